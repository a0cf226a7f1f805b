import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatSearch } from '#auditor/cli/search-text.ts';
import { plainStyle } from '#auditor/cli/text-style.ts';
import { openRecordedIndex, type RecordedIndex } from '#auditor/query/_recorded/recorded-index.ts';
import { searchPayloads } from '#auditor/query/search-payloads.ts';

/** What `tickscope search` must say of these recordings. A change is judged by reading its diff: npm run golden. */
const SEARCHES: readonly string[] = [
  '"SEC probe" kind:signal',
  'halt* -NVDA',
  'regulator OR connection',
  'rejectTrade',
  'kind:signal type:selfEvolvingStockAgent tick:3',
  'status:canceled',
  'event:WORKFLOW_PROPERTIES_MODIFIED workflow:still-running',
  'kind:child tick:0 workflow:normal-nvda',
  'tool:getPriceHistory priceCents>13000',
  'tool:getPriceHistory lookback=20 symbol=NVDA tick:14..15',
  'model:gpt-5-mini tick:4 workflow:blocked-by-news',
  'run-status:running kind:timer',
  'after:2026-11-23T22:34:10Z run-status:running kind:activity',
  'nothing-says-this',
];
const RECORDINGS = [
  'normal-20-ticks',
  'approval-rejected',
  'blocked-by-news',
  'broker-fails-twice',
  'still-running',
];

let recorded: RecordedIndex;
beforeAll(() => {
  recorded = openRecordedIndex(RECORDINGS);
});
afterAll(() => recorded.close());

test('hits, their order, their excerpts and how many there are', async () => {
  const told = SEARCHES.map((text) => {
    const { nextCursor, ...page } = searchPayloads(recorded.index, { text, limit: 4 });
    return `$ tickscope search --limit 4 '${text}'\n\n${formatSearch(page, plainStyle())}\n`;
  });
  await expect(told.join('\n')).toMatchFileSnapshot('expected-searches.txt');
});
