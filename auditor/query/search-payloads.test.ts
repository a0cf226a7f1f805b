import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFiles } from '../sync/import-files.ts';
import { openIndexer } from '../sync/open-indexer.ts';
import { type Index, openIndex } from './open-index.ts';
import { searchPayloads } from './search-payloads.ts';

const FOLDER = fileURLToPath(new URL('../../replay-fixtures/histories/', import.meta.url));
const NAMES = ['normal-20-ticks', 'blocked-by-news', 'approval-rejected'];

let folder: string;
let index: Index;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-search-'));
  const indexer = openIndexer(folder);
  const files = NAMES.map((name) => join(FOLDER, `${name}.history.json`));
  importFiles({ indexer, dataFolder: folder, namespace: 'default' }, files);
  indexer.close();
  index = openIndex(folder);
});
afterAll(() => {
  index.close();
  rmSync(folder, { recursive: true });
});

const search = (text: string, limit = 50) => searchPayloads(index, { text, limit });
const toRows = (text: string) => search(text).items.map((hit) => [hit.workflowId, hit.tick, hit.eventType]);

test('words in order of how well they match; a signal with its words and place', () => {
  const page = search('"opens SEC probe"');
  expect(page).toMatchObject({ order: 'best-first', isMore: false });
  expect(page.items[0]).toMatchObject({
    ...{ workflowId: 'blocked-by-news', tick: 4, eventType: 'WORKFLOW_EXECUTION_SIGNALED' },
    excerpt: { citation: { pointer: '/workflowExecutionSignaledEventAttributes/input/0/headline' } },
  });
});

test('filters by workflow, tick, event type, kind, status and time', () => {
  expect(toRows('workflow:approval-rejected too large').every(([id]) => id === 'approval-rejected')).toBe(
    true,
  );
  expect(toRows('event:TIMER_FIRED tick:3')).toHaveLength(3);
  expect(toRows('kind:signal workflow:blocked-by-news').length).toBeGreaterThan(0);
  expect(toRows('status:failed')).toEqual([]);
  expect(toRows('NVDA before:2020-01-01')).toEqual([]);
  expect(toRows('workflow:nobody NVDA')).toEqual([]);
});

test('tools, their fields, and words in them', () => {
  const [ticks] = [search('tool:getPriceHistory workflow:normal-nvda').items.map(({ tick }) => tick)];
  expect(ticks.length).toBeGreaterThan(3);
  expect(search('tool:getPriceHistory tick>=14').items.every(({ excerpt }) => excerpt.text !== '')).toBe(
    true,
  );
  expect(search('tool:getPriceHistory tick>=14').items.length).toBeLessThan(ticks.length);
  expect(search('tool:getPriceHistory tick>9999').items).toEqual([]);
  expect(search('tool:getPriceHistory zebra').items).toEqual([]);
});

test.each(['NVDA', 'kind:activity', 'tool:getPriceHistory', 'model:gpt-5-mini', 'event:TIMER_FIRED'])(
  '%s: page by page the same as at once, each hit once',
  (text) => {
    const all = searchPayloads(index, { text, limit: 200 }).items;
    const paged = [];
    let cursor: string | undefined;
    do {
      const page = searchPayloads(index, { text, limit: 7, cursor });
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined && paged.length < 200);
    expect(paged.slice(0, all.length)).toEqual(all);
  },
);

test('excluded words take hits away, alternatives add some', () => {
  const count = (text: string) => search(text, 200).items.length;
  expect(count('probe -report')).toBeLessThan(count('probe'));
  expect(count('halt OR probe')).toBeGreaterThanOrEqual(count('probe'));
});

test('a cursor of another list is refused', () => {
  expect(() => searchPayloads(index, { text: 'x', cursor: 'abc' })).toThrow(/cursor/);
});

test('a cursor goes on in the order that it began in, and is of one search alone', () => {
  const { nextCursor = '', order } = searchPayloads(index, { text: 'NVDA', limit: 1 });
  expect(searchPayloads(index, { text: 'NVDA', limit: 1, cursor: nextCursor }).order).toBe(order);
  expect(() => searchPayloads(index, { text: 'NVDA type:x', cursor: nextCursor })).toThrow(/another search/);
});
