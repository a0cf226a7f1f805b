import { expect, test } from 'vitest';
import { listWaiting, rememberWaiting } from './waiting-stimuli.ts';

const signal = (eventId: number) => ({ text: 'signal stop', citation: { runId: 'r', eventId } });
const other = { value: 1, citation: { runId: 'r', eventId: 1 } };

test('what had to wait is known to the next tick, and only to that one', () => {
  const kept = rememberWaiting({ tick: 1, remembered: { other } }, [signal(5), signal(7)]);
  const carry = { tick: 2, ...kept };
  expect(listWaiting(carry)).toEqual([signal(5), signal(7)]);
  expect(rememberWaiting(carry, [])).toEqual({ remembered: { other } });
});

test('nothing changes where nothing waits', () => {
  expect(rememberWaiting({ tick: 1 }, [])).toEqual({});
  expect(listWaiting(undefined)).toEqual([]);
});

test('a flood keeps its newest', () => {
  const flood = Array.from({ length: 50 }, (_, index) => signal(index + 1));
  expect(listWaiting({ tick: 1, ...rememberWaiting(undefined, flood) })).toHaveLength(20);
});
