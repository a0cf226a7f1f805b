import { expect, test } from 'vitest';
import { diffTicks } from './diff-ticks.ts';
import type { Comparable, ComparableTick } from './to-comparable.ts';

const at = (eventId: number) => [{ runId: 'r', eventId }];
const text = (value: string, eventId = 1): Comparable => ({
  kind: 'text',
  text: value,
  citations: at(eventId),
});
const value = (json: number): Comparable => ({ kind: 'value', value: { price: json }, citations: at(2) });
const tick = (parts: Record<string, Comparable>): ComparableTick => new Map(Object.entries(parts));

test('texts by words, values by path, steps that only one has', () => {
  const a = tick({ prompt: text('Buy 40'), 'quote, result': value(1), 'order, input': value(3) });
  const b = tick({ prompt: text('Buy 50', 7), 'quote, result': value(2), extra: text('more') });
  expect(diffTicks(a, b)).toEqual([
    {
      ...{ what: 'prompt', kind: 'text', inA: at(1), inB: at(7) },
      parts: [
        { side: 'both', text: 'Buy ' },
        { side: 'a', text: '40' },
        { side: 'b', text: '50' },
      ],
    },
    {
      ...{ what: 'quote, result', kind: 'value', inA: at(2), inB: at(2), left: 0 },
      differences: [{ path: '/price', a: 1, b: 2 }],
    },
    { what: 'order, input', kind: 'only', side: 'a', text: '{"price":3}', inA: at(2), inB: [] },
    { what: 'extra', kind: 'only', side: 'b', text: 'more', inA: [], inB: at(1) },
  ]);
});

test('a tick does not differ from itself; a text and a value under one name do', () => {
  const one = tick({ prompt: text('x'), quote: value(1) });
  expect(diffTicks(one, one)).toEqual([]);
  expect(diffTicks(tick({ answer: text('x') }), tick({ answer: value(1) }))).toHaveLength(1);
});
