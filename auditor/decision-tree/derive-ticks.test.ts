import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import type { Adapter, Carry } from '../model/adapter.ts';
import { HistoryWriter, toRunOf } from './_recorded/history-writer.ts';
import { deriveTicks } from './derive-ticks.ts';

/** A tick per timer; remembers how many it explained. */
const counting: Adapter = {
  name: 'counting/1',
  level: 'domain',
  createCutter: () => ({
    opensTick: ({ summary }) =>
      summary === undefined ? undefined : { tick: Number(summary), label: summary },
    observe: () => undefined,
  }),
  conclude: (span, run, carry) => ({
    outcome: `${span.activities.length} activities`,
    tone: 'neutral',
    interrupted: span.interruptions.length > 0,
    remembered: {
      count: {
        value: Number(carry?.remembered?.count?.value ?? 0) + 1,
        citation: { runId: run.runId, eventId: span.events[0]?.eventId ?? 0 },
      },
    },
  }),
  tell: () => ({ tree: [], answer: { headline: [], sections: [] } }),
};

const NO_FRAMEWORKS = { readCall: () => undefined, readToolRun: () => undefined };

const derive = (history: HistoryWriter, carry?: Carry) =>
  deriveTicks({
    run: toRunOf('w', history.events),
    ...{ adapter: counting, frameworks: NO_FRAMEWORKS, carry, events: history.events.map(toDecodedEvent) },
  });

test('only the last tick is open; each has its events and its duration', () => {
  const history = new HistoryWriter();
  history.add('TIMER_STARTED', {}, '1');
  history.wait(250).activity('x', {}, { waitMs: 100, runMs: 50 });
  history.add('TIMER_STARTED', {}, '2');
  const ticks = derive(history).map(({ tick }) => tick);
  expect(ticks).toMatchObject([
    { tick: 1, status: 'closed', firstEventId: 1, lastEventId: 4, durationMs: 400, outcome: '1 activities' },
    { tick: 2, status: 'open', firstEventId: 5, lastEventId: 5, durationMs: 0 },
  ]);
  expect(ticks[0]?.adapter).toBe('counting/1');
});

test('a run that its own code ended closes the tick, anything else cuts it off', () => {
  const end = (eventType: string) => {
    const history = new HistoryWriter();
    history.add('TIMER_STARTED', {}, '1');
    history.close(eventType);
    return derive(history).at(-1)?.tick.status;
  };
  expect(end('WORKFLOW_EXECUTION_COMPLETED')).toBe('closed');
  expect(end('WORKFLOW_EXECUTION_CONTINUED_AS_NEW')).toBe('closed');
  expect(end('WORKFLOW_EXECUTION_TERMINATED')).toBe('cut-off');
  expect(end('WORKFLOW_EXECUTION_TIMED_OUT')).toBe('cut-off');
});

test('event times may run backwards: a duration is never negative', () => {
  const history = new HistoryWriter();
  history.add('TIMER_STARTED', {}, '1');
  history.wait(-5000).signal('s', {});
  expect(derive(history)[0]?.tick.durationMs).toBe(0);
});

test('worker, open commands and what the adapter remembers are carried on', () => {
  const history = new HistoryWriter();
  history.add('TIMER_STARTED', {}, '1');
  history.workflowTask('a', { workerVersion: { buildId: 'b1' } });
  history.schedule('slow');
  history.add('TIMER_STARTED', {}, '2');
  const [, second] = derive(history);
  expect(second?.carryAfter).toMatchObject({
    tick: 2,
    workerIdentity: 'a',
    buildId: 'b1',
    remembered: { count: { value: 2 } },
  });
  expect(second?.carryAfter.open?.map(({ name }) => name)).toEqual(['1', 'slow', '2']);
});

test('a worker that differs from the carried one interrupts the tick, but not at the start of a run', () => {
  const history = new HistoryWriter();
  history.add('TIMER_STARTED', {}, '4');
  history.workflowTask('b');
  expect(derive(history, { tick: 3, workerIdentity: 'a' })[0]?.tick.interrupted).toBe(true);
  const newRun = new HistoryWriter();
  newRun.start('w');
  newRun.workflowTask('b');
  expect(derive(newRun, { tick: 3, workerIdentity: 'a' })[0]?.tick.interrupted).toBe(false);
});

test('no events give no ticks', () => {
  expect(derive(new HistoryWriter())).toEqual([]);
});
