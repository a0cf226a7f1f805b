import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadModuleCodec } from './module-codec.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-codec-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, code: string): string {
  const file = join(folder, name);
  writeFileSync(file, code);
  return file;
}

const LIMIT_MS = 10_000;

const PAYLOADS = [{ metadata: { encoding: btoa('binary/reversed') }, data: btoa('}1:"a"{') }];

test("a codec of Temporal's shape decodes, with its own state", async () => {
  const file = write(
    'codec.ts',
    `class Reversing {
       encoding: string;
       constructor() { this.encoding = 'json/plain'; }
       async encode(payloads: unknown[]) { return payloads; }
       async decode(payloads: { data: Uint8Array }[]) {
         return payloads.map(({ data }) => ({
           metadata: { encoding: new TextEncoder().encode(this.encoding) },
           data: data.toReversed(),
         }));
       }
     }
     export default new Reversing();`,
  );
  const codec = await loadModuleCodec(file, LIMIT_MS);
  expect(await codec.decode(PAYLOADS, 'default')).toEqual([
    { metadata: { encoding: btoa('json/plain') }, data: btoa('{"a":1}') },
  ]);
});

test.each([
  [
    'throws.mjs',
    `export default { decode: async () => { throw new Error('no key 7'); } }`,
    'failed: no key 7',
  ],
  ['odd.mjs', 'export default { decode: async () => 7 }', 'gave something else than payloads'],
  ['fewer.mjs', 'export default { decode: async () => [] }', 'gave another number of payloads'],
])('%s', async (name, code, message) => {
  const codec = await loadModuleCodec(write(name, code), LIMIT_MS);
  await expect(codec.decode(PAYLOADS, 'default')).rejects.toMatchObject({
    kind: 'refused',
    message: expect.stringContaining(message),
  });
});

test.each([
  ['empty.mjs', 'export default 7', /no codec with a method decode/],
  ['broken.mjs', 'export default {', /cannot be loaded as a codec/],
])('%s is refused by name', async (name, code, message) => {
  await expect(loadModuleCodec(write(name, code), LIMIT_MS)).rejects.toMatchObject({
    code: 'wrong-usage',
    message: expect.stringMatching(message),
  });
  await expect(loadModuleCodec(join(folder, 'absent.mjs'), LIMIT_MS)).rejects.toMatchObject({
    code: 'wrong-usage',
  });
});

test('a codec that never answers is given up', async () => {
  const file = write('silent.mjs', 'export default { decode: () => new Promise(() => {}) };');
  const codec = await loadModuleCodec(file, 20);
  await expect(codec.decode(PAYLOADS, 'default')).rejects.toThrow('failed: no answer within 20 ms');
});
