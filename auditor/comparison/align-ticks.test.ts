import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TickSummary } from '../model/tick.ts';
import { alignTicks } from './align-ticks.ts';

const tick = (number: number, outcome: string, level: TickSummary['level'] = 'agent-turn'): TickSummary => ({
  ...{ runId: 'r', tick: number, label: `turn ${number}`, status: 'closed', outcome, tone: 'neutral' },
  ...{ interrupted: false, firstEventId: 1, lastEventId: 2, startedAt: 't', durationMs: 1, level },
  ...{ modelCalls: 1, toolCalls: 0 },
});

const list = (outcomes: string, level?: TickSummary['level']) =>
  [...outcomes].map((outcome, at) => tick(at + 1, outcome, level));

test('the domain’s own numbers bring ticks together, whatever their outcome', () => {
  expect(alignTicks(list('abc', 'domain'), list('xb', 'domain'))).toEqual({
    alignment: 'by-number',
    pairs: [{ a: 1, b: 1 }, { a: 2, b: 2 }, { a: 3 }],
  });
});

test('a turn that was put in moves the others on', () => {
  expect(alignTicks(list('abcd'), list('abxcd'))).toEqual({
    alignment: 'by-content',
    pairs: [{ a: 1, b: 1 }, { a: 2, b: 2 }, { b: 3 }, { a: 3, b: 4 }, { a: 4, b: 5 }],
  });
});

test('a turn with another outcome is the same turn', () => {
  expect(alignTicks(list('abc'), list('axcd')).pairs).toEqual([
    { a: 1, b: 1 },
    { a: 2, b: 2 },
    { a: 3, b: 3 },
    { b: 4 },
  ]);
});

test('every tick once, numbers rise on both sides', () => {
  const outcomes = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  fc.assert(
    fc.property(outcomes, outcomes, (a, b) => {
      const { pairs } = alignTicks(list(a), list(b));
      expect(pairs.flatMap((pair) => pair.a ?? [])).toEqual(list(a).map((one) => one.tick));
      expect(pairs.flatMap((pair) => pair.b ?? [])).toEqual(list(b).map((one) => one.tick));
    }),
  );
});
