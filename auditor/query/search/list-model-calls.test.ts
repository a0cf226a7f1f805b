import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { listModelCalls } from './list-model-calls.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);
const list = (text: string, after?: readonly number[]) =>
  listModelCalls(index, toSearchScope(index, text), after).candidates;

test('calls of a model, the newest first, going on after one of them', () => {
  const all = list('model:gpt-5-mini');
  expect(all.length).toBeGreaterThan(20);
  expect(list('model:gpt-5-mini', all[7]?.place)).toEqual(all.slice(8));
  expect(list('kind:model-call')).toEqual(all);
});

test('by framework, tick, status, the tool that was asked for, the kind of activity', () => {
  expect(list('model:other')).toEqual([]);
  expect(list('framework:ai-sdk')).toEqual([]);
  expect(new Set(list('model:gpt-5-mini tick:10..12').map(({ tick }) => tick))).toEqual(
    new Set([10, 11, 12]),
  );
  expect(list('model:gpt-5-mini status:failed')).toEqual([]);
  const asking = list('kind:model-call tool:getPriceHistory');
  expect(asking.length).toBeGreaterThan(5);
  expect(asking.length).toBeLessThan(list('kind:model-call').length);
  expect(list('kind:model-call tool:other')).toEqual([]);
});
