import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFiles } from '../sync/import-files.ts';
import { openIndexer } from '../sync/open-indexer.ts';
import { toCursor } from './cursor.ts';
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

test('tools by the model that asked for them, and models by the tool; a kind beside a tool', () => {
  const tools = search('tool:getPriceHistory').items.length;
  expect(search('tool:getPriceHistory model:gpt-5-mini').items).toHaveLength(tools);
  expect(search('tool:getPriceHistory model:other').items).toEqual([]);
  expect(search('tool:getPriceHistory framework:openai-agents kind:activity').items).toHaveLength(tools);
  expect(search('tool:getPriceHistory kind:timer').items).toEqual([]);
  expect(search('kind:model-call tool:getPriceHistory').items[0]).toMatchObject({ kind: 'model-call' });
  expect(search('kind:tool-call').items).toHaveLength(tools);
});

test('a field is shown where it stands, in the arguments or the result, and nowhere else', () => {
  const [hit] = search('tool:getPriceHistory highCents>1').items;
  expect(hit).toMatchObject({
    ...{ kind: 'tool-call', eventType: 'ACTIVITY_TASK_COMPLETED' },
    excerpt: {
      text: expect.stringMatching(/^highCents: \d+$/),
      citation: { pointer: expect.stringMatching(/\/highCents$/) },
    },
  });
  expect(hit?.excerpt.marks).toEqual([['highCents: '.length, hit?.excerpt.text.length]]);
  expect(search('tool:getPriceHistory symbol=NVDA').items[0]?.excerpt.citation.pointer).toMatch(
    /\/arguments$/,
  );
  expect(search('tool:getPriceHistory inputTokens>0').items).toEqual([]);
  expect(search('tool:getPriceHistory priceCents>0 lookback<1').items).toEqual([]);
});

test('the event that passes every filter is the one that is shown', () => {
  const types = (text: string) => new Set(search(text).items.map(({ eventType }) => eventType));
  expect(types('kind:activity event:ACTIVITY_TASK_SCHEDULED')).toEqual(new Set(['ACTIVITY_TASK_SCHEDULED']));
  expect(types('tool:getPriceHistory event:ACTIVITY_TASK_SCHEDULED')).toEqual(
    new Set(['ACTIVITY_TASK_SCHEDULED']),
  );
});

test('hits are counted on the first page, and no page has a cursor to nothing', () => {
  const all = search('kind:signal', 200).items.length;
  const first = search('kind:signal', all - 1);
  expect(first).toMatchObject({ hitCount: all, isMore: false });
  const second = searchPayloads(index, { text: 'kind:signal', limit: all - 1, cursor: first.nextCursor });
  expect([second.items.length, second.nextCursor, second.hitCount]).toEqual([1, undefined, undefined]);
  expect(search('kind:signal', all).nextCursor).toBeUndefined();
});

test('excluded words alone take hits of a filter away', () => {
  const signals = search('kind:signal').items.length;
  const calm = search('kind:signal -probe').items.length;
  expect(calm).toBeLessThan(signals);
  expect(search('kind:signal probe').items).toHaveLength(signals - calm);
});

test('excluded words take hits away, alternatives add some', () => {
  const count = (text: string) => search(text, 200).items.length;
  expect(count('probe -report')).toBeLessThan(count('probe'));
  expect(count('halt OR probe')).toBeGreaterThanOrEqual(count('probe'));
});

test('a cursor of another list is refused', () => {
  expect(() => searchPayloads(index, { text: 'x', cursor: 'abc' })).toThrow(/cursor/);
  const forged = toCursor('search', ['newest-first', crc32('kind:tool-call'), 1]);
  expect(() => searchPayloads(index, { text: 'kind:tool-call', cursor: forged })).toThrow(/another search/);
});

test('a cursor goes on in the order that it began in, and is of one search alone', () => {
  const { nextCursor = '', order } = searchPayloads(index, { text: 'NVDA', limit: 1 });
  expect(searchPayloads(index, { text: 'NVDA', limit: 1, cursor: nextCursor }).order).toBe(order);
  expect(() => searchPayloads(index, { text: 'NVDA type:x', cursor: nextCursor })).toThrow(/another search/);
});

test.each(['NVDA', 'probe OR halt', 'kind:signal'])(
  '%s: events that come between two pages move nothing',
  (text) => {
    const own = mkdtempSync(join(tmpdir(), 'tickscope-search-'));
    const fill = (names: readonly string[]) => {
      const indexer = openIndexer(own);
      const files = names.map((name) => join(FOLDER, `${name}.history.json`));
      importFiles({ indexer, dataFolder: own, namespace: 'default' }, files);
      indexer.close();
    };
    fill(NAMES);
    const growing = openIndex(own);
    const before = searchPayloads(growing, { text, limit: 200 }).items;
    const paged = [];
    let page = searchPayloads(growing, { text, limit: 15 });
    fill(['worker-killed-mid-tick', 'approval-approved']);
    for (;;) {
      paged.push(...page.items);
      if (page.nextCursor === undefined) break;
      page = searchPayloads(growing, { text, limit: 15, cursor: page.nextCursor });
    }
    growing.close();
    rmSync(own, { recursive: true });
    const toKey = ({ runId, eventId }: (typeof before)[number]) => `${runId} ${eventId}`;
    const keys = paged.map(toKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(before.map(toKey).filter((key) => !keys.includes(key))).toEqual([]);
  },
);
