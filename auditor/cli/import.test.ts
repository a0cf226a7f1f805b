import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toReadable } from '../history/_scripted/foreign-forms.ts';
import { sampleHistory } from '../history/_scripted/sample-history.ts';
import { openStore } from '../store/open-store.ts';
import { toRunJson } from '../sync/_scripted/event-json.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-import-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(...argv: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, '--data', join(folder, 'data'), 'import', ...argv]);
  return { child, ended: Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]) };
}

test('a folder with good and bad files, and standard input: each is reported, the bad ones are kept', async () => {
  const inputs = join(folder, 'in');
  mkdirSync(inputs);
  writeFileSync(join(inputs, 'good'), JSON.stringify({ events: sampleHistory('a') }));
  writeFileSync(join(inputs, 'readable.json'), JSON.stringify({ events: toReadable(sampleHistory('b')) }));
  writeFileSync(join(inputs, 'orders.json'), '{"orders":[]}');
  writeFileSync(join(inputs, '.hidden'), 'not looked at');
  const { child, ended } = start(inputs, '-', '--json');
  child.stdin.end(JSON.stringify(sampleHistory('c')));
  const [[code], stdout, stderr] = await ended;
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { kind: 'imported', format: 'canonical-json', addedCount: 8 },
    { kind: 'rejected', error: expect.stringContaining('orders.json has no list of events') },
    { kind: 'imported', format: 'ui-readable', viewOnly: expect.any(String) },
    { kind: 'imported', file: '-', format: 'event-list' },
  ]);
  expect(stderr).toContain(
    "Web UI's readable download; view only, no replay: its payloads are shown as values",
  );
  expect(stderr).toContain('Left out of the folders: 1 hidden.');
  expect(stderr).toContain('1 of 4 files was not imported.');
  expect(readdirSync(join(folder, 'data', 'rejected')).map((name) => name.slice(13))).toEqual([
    'orders.json',
    'orders.json.txt',
  ]);
});

test('a name with a line break begins no line of its own; a folder is asked for', async () => {
  writeFileSync(join(folder, 'a\nb.json: fine\x1b[2J'), 'null');
  const { ended } = start(join(folder, 'a\nb.json: fine\x1b[2J'));
  const [[code], , stderr] = await ended;
  expect([code, stderr.split('\n').length]).toEqual([1, 3]);
  expect(stderr).toMatch(/^a ⏎ b\.json: fine\\u001b\[2J is JSON, but holds no history\. Kept as /);
  writeFileSync(join(folder, 'file'), '');
  const [[exit], , said] = await start('-', '--data', join(folder, 'file')).ended;
  expect(exit).toBe(1);
  expect(said).toMatch(/file is a file, and the index lies in a folder\. Name one: --data/);
});

test('Ctrl-C ends it between two pages, and says what is stored', { timeout: 60_000 }, async () => {
  const file = join(folder, 'long.json');
  const events = toRunJson({ runId: 'a', tasks: 12_500 });
  writeFileSync(file, JSON.stringify({ events }));
  const store = openStore(join(folder, 'data'));
  const count = store.db.prepare<[], { event_count: number }>('SELECT event_count FROM run');
  const { child, ended } = start(file);
  while (count.get() === undefined && child.exitCode === null) await setImmediate();
  child.kill('SIGINT');
  const [[code], , stderr] = await ended;
  const stored = count.get()?.event_count ?? 0;
  store.close();
  expect(code).toBe(1);
  expect(stored % 1_000).toBe(0);
  expect(stderr).toContain(
    `Stopped after 0 of 1 files, and event ${stored} of ${events.length} of ${file}. What was stored stays; the same command goes on.`,
  );
});
