import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from '../_recorded/recorded-index.ts';
import { toSearchScope } from '../_recorded/search-scope.ts';
import { listToolCalls } from './list-tool-calls.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks', 'blocked-by-news']);
afterAll(close);
const list = (text: string, after?: readonly number[]) =>
  listToolCalls(index, toSearchScope(index, text), after).candidates;

test('the newest first, each with its places, going on after one of them', () => {
  const all = list('tool:getPriceHistory');
  expect(all.length).toBeGreaterThan(5);
  expect(all[0]).toMatchObject({ kind: 'tool-call', status: 'completed', tool: { position: 0 } });
  expect(list('tool:getPriceHistory', all[2]?.place)).toEqual(all.slice(3));
  const times = all.map(({ place }) => place[0]);
  expect(times).toEqual(times.toSorted((a, b) => Number(b) - Number(a)));
});

test('by tick, workflow, status, model, framework, and by fields that may hold', () => {
  const all = list('tool:getPriceHistory').length;
  expect(list('tool:getPriceHistory tick:14').map(({ tick }) => tick)).toEqual([14]);
  expect(list('tool:getPriceHistory workflow:nobody')).toEqual([]);
  expect(list('tool:getPriceHistory status:failed')).toEqual([]);
  expect(list('tool:getPriceHistory model:gpt-5-mini framework:openai-agents')).toHaveLength(all);
  expect(list('tool:getPriceHistory framework:ai-sdk')).toEqual([]);
  expect(list('tool:getPriceHistory tick>=14').length).toBeLessThan(all);
  expect(list('tool:getPriceHistory nothing=1')).toEqual([]);
});

test('an event that a filter keeps back is not among those to show', () => {
  expect(list('tool:getPriceHistory event:TIMER_FIRED').every(({ eventIds }) => eventIds.length === 0)).toBe(
    true,
  );
});
