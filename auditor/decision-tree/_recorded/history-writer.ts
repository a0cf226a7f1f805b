import type { HistoryEvent, Json, JsonObject } from '../../model/history-event.ts';
import type { Run } from '../../model/run.ts';

/** A payload as a server stores it. */
export function toPayload(value: Json): JsonObject {
  const toBase64 = (text: string): string => Buffer.from(text).toString('base64');
  return { metadata: { encoding: toBase64('json/plain') }, data: toBase64(JSON.stringify(value)) };
}

export const toPayloads = (...values: readonly Json[]): JsonObject => ({ payloads: values.map(toPayload) });

export const RUN_ID = 'run-1';

/** The run that a written history belongs to. */
export function toRunOf(workflowType: string, events: readonly HistoryEvent[]): Run {
  return {
    namespace: 'default',
    workflowId: 'w',
    runId: RUN_ID,
    workflowType,
    status: 'running',
    startedAt: events[0]?.eventTime ?? '2026-01-01T00:00:00Z',
    firstRunId: RUN_ID,
    eventCount: events.length,
    source: 'file',
  };
}

export type ActivityPlan = {
  readonly result?: Json;
  readonly failure?: JsonObject;
  readonly timeoutType?: string;
  readonly attempt?: number;
  readonly lastFailure?: JsonObject;
  readonly identity?: string;
  /** From scheduled to started, and from started to closed. */
  readonly waitMs?: number;
  readonly runMs?: number;
};

/** Writes a history event by event, with ids, times and references as a server would. */
export class HistoryWriter {
  readonly events: HistoryEvent[] = [];
  private micros = Date.UTC(2026, 0, 5, 14, 30) * 1000;

  add(eventType: string, attributes: JsonObject = {}, summary?: string): HistoryEvent {
    const event: HistoryEvent = {
      eventId: this.events.length + 1,
      eventType,
      eventTime: new Date(this.micros / 1000).toISOString(),
      timeMicros: this.micros,
      attributes,
      ...(summary === undefined ? {} : { summary }),
    };
    this.events.push(event);
    return event;
  }

  wait(ms: number): this {
    this.micros += ms * 1000;
    return this;
  }

  start(workflowType: string, input: Json = {}): HistoryEvent {
    return this.add('WORKFLOW_EXECUTION_STARTED', {
      workflowType: { name: workflowType },
      input: toPayloads(input),
    });
  }

  /** Returns the id that decisions refer to. */
  workflowTask(identity = 'host:worker:1', attributes: JsonObject = {}): number {
    const scheduledEventId = String(this.add('WORKFLOW_TASK_SCHEDULED').eventId);
    const startedEventId = String(this.add('WORKFLOW_TASK_STARTED', { scheduledEventId, identity }).eventId);
    const refs = { scheduledEventId, startedEventId, identity, ...attributes };
    return this.add('WORKFLOW_TASK_COMPLETED', refs).eventId;
  }

  /** Closes a workflow task as given instead of completing it. */
  brokenTask(eventType: string, attributes: JsonObject, identity?: string): void {
    const scheduledEventId = String(this.add('WORKFLOW_TASK_SCHEDULED').eventId);
    if (identity) this.add('WORKFLOW_TASK_STARTED', { scheduledEventId, identity });
    this.add(eventType, { scheduledEventId, ...attributes });
  }

  schedule(activityType: string, ...input: readonly Json[]): number {
    return this.add('ACTIVITY_TASK_SCHEDULED', {
      activityId: String(this.events.length),
      activityType: { name: activityType },
      input: toPayloads(...input),
      workflowTaskCompletedEventId: '4',
    }).eventId;
  }

  /** Started and closed events of an activity that was scheduled. */
  finish(scheduled: number, plan: ActivityPlan = {}): void {
    const { identity = 'host:worker:1', attempt = 1, lastFailure, waitMs = 5, runMs = 20 } = plan;
    const scheduledEventId = String(scheduled);
    const last = lastFailure ? { lastFailure } : {};
    this.wait(waitMs).add('ACTIVITY_TASK_STARTED', { scheduledEventId, identity, attempt, ...last });
    this.wait(runMs);
    if (plan.timeoutType) {
      const failure = { message: 'activity timeout', timeoutFailureInfo: { timeoutType: plan.timeoutType } };
      this.add('ACTIVITY_TASK_TIMED_OUT', { scheduledEventId, failure });
    } else if (plan.failure) {
      this.add('ACTIVITY_TASK_FAILED', { scheduledEventId, failure: plan.failure });
    } else {
      this.add('ACTIVITY_TASK_COMPLETED', { scheduledEventId, result: toPayloads(plan.result ?? null) });
    }
  }

  activity(activityType: string, input: Json, plan: ActivityPlan = {}): number {
    const scheduled = this.schedule(activityType, input);
    this.finish(scheduled, plan);
    return scheduled;
  }

  timer(summary: string): number {
    const { eventId } = this.add(
      'TIMER_STARTED',
      { timerId: '1', workflowTaskCompletedEventId: '4' },
      summary,
    );
    return eventId;
  }

  fire(timer: number, eventType = 'TIMER_FIRED'): void {
    this.add(eventType, { startedEventId: String(timer), timerId: '1' });
  }

  signal(signalName: string, argument: Json, identity = 'client@host'): HistoryEvent {
    return this.add('WORKFLOW_EXECUTION_SIGNALED', { signalName, input: toPayloads(argument), identity });
  }

  memo(key: string, value: Json): HistoryEvent {
    return this.add('WORKFLOW_PROPERTIES_MODIFIED', {
      upsertedMemo: { fields: { [key]: toPayload(value) } },
    });
  }

  close(eventType: string, attributes: JsonObject = {}): HistoryEvent {
    return this.add(eventType, attributes);
  }
}
