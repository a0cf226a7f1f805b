import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import type { CutState, Cutter } from '../model/adapter.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import { HistoryWriter } from './_recorded/history-writer.ts';
import { cutSpans } from './cut-spans.ts';

/** A timer's summary is the number of the tick that it opens. */
const byTimer = (): Cutter => ({
  opensTick: ({ summary }) =>
    summary === undefined ? undefined : { tick: Number(summary), label: `t${summary}` },
  observe: () => undefined,
});

function write(...summaries: readonly (string | undefined)[]): readonly DecodedEvent[] {
  const history = new HistoryWriter();
  for (const summary of summaries) history.add('TIMER_STARTED', {}, summary);
  return history.events.map(toDecodedEvent);
}

const toShape = (spans: ReturnType<typeof cutSpans>) =>
  spans.map(({ tick, events }) => [tick, events.map((event) => event.eventId)]);

test('every event lies in exactly one span, cut where the number rises', () => {
  const spans = cutSpans(write('0', undefined, '1', undefined, '2'), byTimer, undefined);
  expect(toShape(spans)).toEqual([
    [0, [1, 2]],
    [1, [3, 4]],
    [2, [5]],
  ]);
});

test('a number that does not rise cuts nothing', () => {
  expect(toShape(cutSpans(write('3', '2', '3', '4'), byTimer, undefined))).toEqual([
    [3, [1, 2, 3]],
    [4, [4]],
  ]);
});

test('the first event opens a tick even where the adapter names none, after the last one given out', () => {
  expect(toShape(cutSpans(write(undefined, '9'), byTimer, 4))).toEqual([
    [5, [1]],
    [9, [2]],
  ]);
  expect(toShape(cutSpans(write(undefined), byTimer, undefined))).toEqual([[1, [1]]]);
});

test('a first tick that starts below the carried number is the adapter’s', () => {
  expect(toShape(cutSpans(write('2'), byTimer, 5))).toEqual([[2, [1]]]);
});

test('no events, no ticks', () => {
  expect(cutSpans([], byTimer, undefined)).toEqual([]);
});

test('each tick has a cutter of its own, which is asked before it is told', () => {
  const states: CutState[] = [];
  const seen: number[][] = [];
  cutSpans(
    write('1', undefined, '2', undefined),
    () => {
      const own: number[] = [];
      seen.push(own);
      return {
        opensTick: (event, state) => {
          states.push(state);
          return byTimer().opensTick(event, state);
        },
        observe: ({ eventId }) => own.push(eventId),
      };
    },
    7,
  );
  // The first event opens tick 1 although 7 was given out: the adapter's number counts.
  expect(states).toEqual([
    { carriedTick: 7 },
    { carriedTick: 7, tick: 1 },
    { carriedTick: 7, tick: 1 },
    { carriedTick: 7, tick: 2 },
  ]);
  expect(seen).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

test('an activity is known where it began in the same tick, whatever was read before', () => {
  const history = new HistoryWriter();
  const [a, b] = [history.schedule('a'), history.schedule('b')];
  history.finish(a);
  history.add('TIMER_STARTED', {}, '9');
  history.finish(b);
  const seen: string[] = [];
  const watching = (): Cutter => ({
    opensTick: byTimer().opensTick,
    observe: ({ eventId }, activity) => {
      if (activity) seen.push(`${eventId} ${activity.activityType} ${activity.outcome}`);
    },
  });
  cutSpans(history.events.map(toDecodedEvent), watching, undefined);
  expect(seen).toEqual(['1 a pending', '2 b pending', '3 a pending', '4 a completed']);
});
