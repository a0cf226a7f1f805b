import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toRunJson } from '../sync/_scripted/event-json.ts';
import { createProgress } from './progress.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-progress-'));
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ events: toRunJson({ runId: 'a', tasks: 2 }) }));
});
afterAll(() => rmSync(folder, { recursive: true }));

function toStream(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: unknown) => {
    written.push(String(text));
    return true;
  };
  return { stream: { isTTY, columns: 30, write }, written };
}

test('one line, written over, not more often than can be seen, and made safe', () => {
  const { stream, written } = toStream(true);
  let time = 0;
  const progress = createProgress({ stream, label: 'importing', now: () => time });
  progress.clear();
  progress.update({ done: 1, total: 3, detail: 'a\x1b[2J.json' });
  progress.update({ done: 2, total: 3 });
  time = 200;
  progress.update({ done: 3, detail: 'a name that is far too long for it' });
  progress.clear();
  progress.clear();
  expect(written).toEqual([
    '\r\x1b[2Kimporting 1 of 3: a\\u001b[2J.',
    '\r\x1b[2Kimporting 3: a name that is f',
    '\r\x1b[2K',
  ]);
});

test('nothing where it would be in the way', () => {
  for (const [isTTY, enabled] of [
    [false, true],
    [true, false],
  ] as const) {
    const { stream, written } = toStream(isTTY);
    const progress = createProgress({ stream, label: 'importing', enabled });
    progress.update({ done: 1 });
    progress.clear();
    expect(written).toEqual([]);
  }
});

/** Standard error as if it were a terminal. */
const TERMINAL = 'data:text/javascript,process.stderr.isTTY=true';

function run(...argv: readonly string[]): string {
  const node = ['--import', TERMINAL, MAIN, '--data', 'data'];
  return spawnSync(process.execPath, [...node, ...argv], { cwd: folder, encoding: 'utf8' }).stderr;
}

test.each([
  [['import', 'run.json'], 'importing 1 of 1: run.json, event 9 of 9'],
  [['reindex'], 'deriving run 1 of 1'],
  [['check'], 'checking run 1 of 1: sample'],
  [['export', 'sample', '-o', 'out.json'], 'writing event 1 of 9: out.json'],
  [['export', 'sample', '--chain', '-o', 'out'], 'writing event 1 of 9: out/001-a.json'],
])('%j counts on a terminal, not with --json', { timeout: 30_000 }, (argv, line) => {
  expect(run(...argv)).toContain(`\r\x1b[2K${line}`);
  expect(run(...argv, '--json')).not.toContain('\x1b');
});
