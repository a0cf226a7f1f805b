import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatAnswer } from '#auditor/cli/answer-text.ts';
import { plainStyle } from '#auditor/cli/text-style.ts';
import { formatTree } from '#auditor/cli/tree-text.ts';
import { explainTick } from '#auditor/query/explain-tick.ts';
import { getTick } from '#auditor/query/get-tick.ts';
import { type Index, openIndex } from '#auditor/query/open-index.ts';
import { openStore } from '#auditor/store/open-store.ts';
import { importFiles } from '#auditor/sync/import-files.ts';
import { createIndexer } from '#auditor/sync/indexer.ts';
import { listFrameworkRecordings } from './list-framework-recordings.ts';
import { listRecordings } from './list-recordings.ts';

/** What `tickscope why` and `tickscope tree` must say of these ticks. A change is judged by reading its diff: npm run golden. */
const CHOSEN: readonly (readonly [recording: string, ...ticks: readonly number[]])[] = [
  ['normal-20-ticks', 0, 1, 2, 4, 7, 12, 14, 16, 17, 20],
  ['worker-killed-mid-tick', 3, 4],
  ['approval-approved', 3, 4],
  ['approval-rejected', 3],
  ['approval-timed-out', 3],
  ['approval-stale-hash', 3],
  ['blocked-by-news', 4],
  ['broker-fails-twice', 3],
  ['continue-as-new-chain-1', 3],
  ['continue-as-new-chain-2', 4],
  ['continue-as-new-chain-3', 8],
  ['still-running', 3],
  ['backtest-child', 1],
  ['openai-agents-ts-agent-as-tool', 1],
  ['openai-agents-py-handoff', 1],
  ['deepagents-subagent', 1],
];
const CASES = CHOSEN.flatMap(([name, ...ticks]) => ticks.map((tick) => ({ name, tick })));
const EXPECTED = new URL('./expected/', import.meta.url);

const recordings = [...listRecordings(), ...listFrameworkRecordings()];
let folder: string;
let index: Index;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-golden-'));
  const store = openStore(folder);
  const files = recordings.map(({ file }) => file);
  const imported = importFiles(
    { indexer: createIndexer(store), dataFolder: folder, namespace: 'default' },
    files,
  );
  store.close();
  expect(imported.filter(({ kind }) => kind === 'rejected')).toEqual([]);
  index = openIndex(folder);
});

afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

const toKey = (name: string, tick: number) => {
  const recording = recordings.find((candidate) => candidate.name === name);
  if (recording === undefined) throw new Error(`There is no recording ${name}`);
  return { workflowId: recording.workflowId, runId: recording.runId, tick };
};

test.each(CASES)('$name, tick $tick: the answer', async ({ name, tick }) => {
  const text = formatAnswer(explainTick(index, toKey(name, tick)), plainStyle());
  await expect(text).toMatchFileSnapshot(new URL(`${name}.tick-${tick}.answer.txt`, EXPECTED).pathname);
});

test.each(CASES)('$name, tick $tick: the tree', async ({ name, tick }) => {
  const text = formatTree(getTick(index, toKey(name, tick)), plainStyle());
  await expect(text).toMatchFileSnapshot(new URL(`${name}.tick-${tick}.tree.txt`, EXPECTED).pathname);
});

test('every recording of the agent has an expected answer, and no expected answer is left over', () => {
  const told = new Set(CASES.map(({ name }) => name));
  expect(listRecordings().filter(({ name }) => !told.has(name))).toEqual([]);
  const files = CASES.flatMap(({ name, tick }) => [
    `${name}.tick-${tick}.answer.txt`,
    `${name}.tick-${tick}.tree.txt`,
  ]);
  expect(readdirSync(EXPECTED).toSorted()).toEqual(files.toSorted());
});
