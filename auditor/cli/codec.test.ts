import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { getEvent } from '../query/get-event.ts';
import { openIndex } from '../query/open-index.ts';
import { toRunJson } from '../sync/_scripted/event-json.ts';

// A test here starts the command line up to fifteen times, a second each where the machine is busy with others.
vi.setConfig({ testTimeout: 90_000 });

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const reversed = (text: string): string => [...text].toReversed().join('');
const ENCRYPTED = { metadata: { encoding: btoa('binary/encrypted') }, data: btoa(reversed('{"price":7}')) };
const PLAIN = { metadata: { encoding: btoa('json/plain') }, data: btoa('{"price":7}') };
const CODEC = `export default {
  encode: async (payloads) => payloads,
  decode: async (payloads) => payloads.map(({ data }) => ({
    metadata: { encoding: new TextEncoder().encode('json/plain') }, data: data.toReversed(),
  })),
};`;

let folder = '';
let server: Server;
let endpoint = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-cli-codec-'));
  const events = toRunJson({ runId: 'run-1', tasks: 1 }).map((event) =>
    event.eventId === '2'
      ? { ...event, workflowExecutionSignaledEventAttributes: { input: { payloads: [ENCRYPTED] } } }
      : event,
  );
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ events }));
  writeFileSync(join(folder, 'codec.mjs'), CODEC);
  server = createServer((request, response) => {
    request.resume();
    const known = request.headers['x-key'] === 'open';
    response.writeHead(known ? 200 : 403).end(known ? JSON.stringify({ payloads: [PLAIN] }) : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  endpoint = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(data: string, ...argv: string[]): Promise<{ code: number; stderr: string }> {
  const all = [MAIN, ...argv, '--data', join(folder, data)];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: folder }, (error, _stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stderr });
    });
  });
}

function readSignal(data: string): unknown {
  const index = openIndex(join(folder, data));
  const { decoded } = getEvent(index, { workflowId: 'sample', runId: 'run-1', eventId: 2 });
  index.close();
  return decoded;
}
const shown = (input: unknown) => ({ workflowExecutionSignaledEventAttributes: { input: [input] } });

test('a codec module decodes what is imported', async () => {
  const module = ['--codec-module', join(folder, 'codec.mjs')];
  expect(await run('by-module', 'import', join(folder, 'run.json'), ...module)).toMatchObject({ code: 0 });
  expect(readSignal('by-module')).toMatchObject(shown({ price: 7 }));
});

test('a codec server that refuses costs nothing and is told; with its key reindex reads all', async () => {
  const imported = await run('by-server', 'import', join(folder, 'run.json'), '--codec-endpoint', endpoint);
  expect(imported.code).toBe(0);
  expect(imported.stderr).toContain(`the codec server at ${endpoint} answered 403. Payloads stay encoded`);
  expect(readSignal('by-server')).toMatchObject(
    shown({ $opaque: { note: `the codec server at ${endpoint} answered 403` } }),
  );
  writeFileSync(
    join(folder, 'codec.json'),
    JSON.stringify({ codec: { endpoint, headers: { 'X-Key': 'open' } } }),
  );
  expect(await run('by-server', 'reindex', '--config', join(folder, 'codec.json'))).toMatchObject({
    code: 0,
  });
  expect(readSignal('by-server')).toMatchObject(shown({ price: 7 }));
});

test('a configuration that is wrong is wrong usage', async () => {
  writeFileSync(join(folder, 'wrong.json'), '{"codeck":1}');
  const ended = await run('wrong', 'reindex', '--config', join(folder, 'wrong.json'));
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('unknown key codeck') });
});
