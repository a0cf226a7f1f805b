import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toReadable } from '../history/_scripted/foreign-forms.ts';
import { sampleHistory } from '../history/_scripted/sample-history.ts';
import { readHistoryFile } from '../history/read-history-file.ts';
import { toRunJson } from '../sync/_scripted/event-json.ts';
import { createProgram } from './create-program.ts';
import { runProgram } from './run-program.ts';

let folder = '';
let said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-export-'));
  said = [];
  vi.spyOn(console, 'error').mockImplementation((text) => said.push(String(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const run = (...argv: string[]) =>
  runProgram(createProgram(), ['node', 'tickscope', ...argv, '--data', join(folder, 'data')]);

async function importJson(name: string, json: unknown): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(json));
  expect(await run('import', file)).toBe(0);
  return file;
}

test.each([
  ['json', [], 'canonical-json'],
  ['json', ['--gzip'], 'canonical-json'],
  ['jsonl', [], 'json-lines'],
  ['binary', [], 'binary'],
  ['binary', ['--gzip'], 'binary'],
])('import → export --format %s %j → import is the same run', async (format, more, readAs) => {
  const file = await importJson('in.json', { events: sampleHistory() });
  const out = join(folder, 'out');
  expect(await run('export', 'trader', '--format', format, ...more, '-o', out)).toBe(0);
  const again = readHistoryFile(out);
  expect(again.format).toBe(readAs);
  expect(again.events).toEqual(readHistoryFile(file).events);
  expect(await run('import', out)).toBe(0);
  expect(said.at(-1)).toContain('8 events, 0 new');
});

test("the SDK's own reader takes an export", async () => {
  await importJson('in.json', { events: sampleHistory() });
  const out = join(folder, 'out.json');
  await run('export', 'trader', '-o', out);
  expect(historyFromJSON(JSON.parse(readFileSync(out, 'utf8'))).events).toHaveLength(8);
});

test('a copy that may only be viewed stays one, and the export says so', async () => {
  await importJson('in.json', { events: toReadable(sampleHistory()) });
  for (const format of ['json', 'jsonl']) {
    const out = join(folder, `out.${format}`);
    expect(await run('export', 'trader', '--format', format, '-o', out)).toBe(0);
    expect(said.at(-1)).toContain('View only, no replay: its payloads are shown as values');
    expect(readHistoryFile(out)).toMatchObject({ viewOnly: expect.stringContaining('shown as values') });
  }
  expect(await run('export', 'trader', '--format', 'binary', '-o', join(folder, 'x'))).toBe(2);
  expect(said.at(-1)).toContain('may only be viewed, which a binary history cannot say');
});

test('a chain is a file per run, named harmlessly', async () => {
  const first = toRunJson({
    runId: '../../a',
    tasks: 1,
    closedBy: 'WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
    nextRunId: 'b',
  });
  const second = toRunJson({ runId: 'b', tasks: 1, previousRunId: '../../a' });
  await importJson('1.json', { events: first });
  await importJson('2.json', { events: second });
  expect(await run('export', 'sample', '--chain')).toBe(2);
  const out = join(folder, 'chain');
  expect(await run('export', 'sample', '--chain', '--format', 'binary', '--gzip', '-o', out)).toBe(0);
  expect(readdirSync(out)).toEqual(['001-______a.bin.gz', '002-b.bin.gz']);
});
