import type { HistoryEvent } from '../../model/history-event.ts';
import type { Run } from '../../model/run.ts';
import type { ConcludedTick } from '../../model/tick.ts';
import type { EventToStore } from '../write-events.ts';

/** An open run without events. */
export const SAMPLE_RUN: Run = {
  namespace: 'default',
  workflowId: 'trader-1',
  runId: 'run-1',
  workflowType: 'agent',
  status: 'running',
  startedAt: '2026-11-23T20:41:01Z',
  firstRunId: 'run-1',
  eventCount: 0,
  source: 'server',
};

/** Events of consecutive ids; `mark` makes their content another one. */
export function sampleEvents(from: number, to: number, mark = ''): EventToStore[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const event: HistoryEvent = {
      eventId: from + index,
      eventType: 'MARKER_RECORDED',
      eventTime: '2026-11-23T20:41:01Z',
      timeMicros: 1795466461000000,
      attributes: {},
    };
    return { canonical: JSON.stringify({ eventId: String(event.eventId), mark }), event };
  });
}

/** A closed tick of some events. */
export function sampleTick(tick: number, firstEventId: number, lastEventId: number): ConcludedTick {
  return {
    runId: 'run-1',
    tick,
    label: `tick ${tick}`,
    status: 'closed',
    outcome: 'HOLD',
    tone: 'neutral',
    interrupted: tick === 2,
    firstEventId,
    lastEventId,
    startedAt: '2026-11-23T20:41:01Z',
    durationMs: 12.5,
    level: 'domain',
    workerIdentity: 'worker-1',
    modelCalls: 1,
    toolCalls: 0,
    inputTokens: 100,
    adapter: 'sample/1',
  };
}
