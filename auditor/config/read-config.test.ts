import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from './read-config.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-config-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string): string {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const read = (source: { file?: string; env?: Record<string, string>; dataFolder?: string }) =>
  readConfig({ dataFolder: '/nowhere', env: {}, ...source });

test('no file, all by default', () => {
  expect(read({})).toMatchObject({ mayRunCode: true });
  expect(read({})).not.toHaveProperty('file');
});

test('the file that is named, else the one of the environment, else the one of the data folder', () => {
  const named = write('named.json', '{"codec":{"endpoint":"http://127.0.0.1:1"}}');
  const fromEnv = write('env.json', '{}');
  const inData = write('data/tickscope.json', '{}');
  const dataFolder = join(folder, 'data');
  const env = { TICKSCOPE_CONFIG: fromEnv };
  expect(read({ file: named, env, dataFolder })).toMatchObject({
    file: named,
    codec: { endpoint: 'http://127.0.0.1:1', timeoutMs: 10_000 },
  });
  expect(read({ env, dataFolder })).toMatchObject({ file: fromEnv, mayRunCode: true });
  // It may have come with somebody's data.
  expect(read({ dataFolder })).toMatchObject({ file: inData, mayRunCode: false });
});

test('paths start at the file', () => {
  expect(read({ file: write('deep/c.json', '{}') }).toPath('./x.ts')).toBe(join(folder, 'deep/x.ts'));
});

test.each([
  ['{"codeck":{},"x":1}', /unknown keys codeck, x\./],
  ['{"codec":{"url":"x"}}', /unknown key codec\.url\./],
  ['{"codec":{"timeoutMs":"soon"}}', /codec\.timeoutMs is no number\./],
  ['{"codec":{"endpoint":"ftp://codec"}}', /codec\.endpoint is no http or https URL\./],
  ['{"codec":{"endpoint":"http://127.0.0.1:1","module":"./x.ts"}}', /: codec names an endpoint and a module/],
  ['{"redact":{"fields":["pin"," "]}}', /redact\.fields\.1 is empty\./],
  ['{"redact":{"headers":[""]}}', /redact\.headers\.0 is empty\./],
  ['{"adapters":"x.json"}', /adapters is no list\./],
  ['{"codec":{"headers":{"authorization":"sesame"}', /is no JSON\. (?!.*sesame)/],
])('%s is refused by what is wrong in it', (content, message) => {
  const file = write('wrong.json', content);
  expect(() => read({ file })).toThrow(
    expect.objectContaining({ code: 'wrong-usage', message: expect.stringMatching(message) }),
  );
  expect(() => read({ file })).toThrow(file);
});

test('a named file must be there', () => {
  expect(() => read({ file: join(folder, 'absent.json') })).toThrow(/absent\.json cannot be read/);
});
