import { type CanonicalEvent, toCanonicalEvent } from '../../history/to-canonical-event.ts';
import { createFindings, walkEventJson } from '../../history/walk-json.ts';
import type { JsonObject } from '../../model/history-event.ts';

/** Canonical JSON of a run: its start, as many workflow tasks as asked for, and how it closed. */
export type RunJson = {
  readonly workflowId?: string;
  readonly runId: string;
  readonly tasks: number;
  /** `WORKFLOW_EXECUTION_COMPLETED` and the like. Absent when: still open. */
  readonly closedBy?: string;
  readonly previousRunId?: string;
  readonly nextRunId?: string;
};

/** Events as a server writes them, four for each workflow task: a signal, scheduled, started, completed. */
export function toRunJson(spec: RunJson): readonly JsonObject[] {
  const { workflowId = 'sample', runId, previousRunId, nextRunId } = spec;
  const events: JsonObject[] = [];
  const add = (type: string, attributes: JsonObject): void => {
    const id = events.length + 1;
    events.push({
      eventId: String(id),
      eventTime: `2026-11-23T20:41:${String(id % 60).padStart(2, '0')}.000000001Z`,
      eventType: `EVENT_TYPE_${type}`,
      taskId: String(1_048_576 + id),
      [toKey(type)]: attributes,
    });
  };
  add('WORKFLOW_EXECUTION_STARTED', {
    workflowId,
    workflowType: { name: 'sample' },
    originalExecutionRunId: runId,
    firstExecutionRunId: previousRunId ?? runId,
    attempt: 1,
    ...(previousRunId === undefined ? {} : { continuedExecutionRunId: previousRunId }),
  });
  for (let task = 0; task < spec.tasks; task++) {
    add('WORKFLOW_EXECUTION_SIGNALED', { signalName: `note-${task}`, identity: 'test' });
    add('WORKFLOW_TASK_SCHEDULED', { attempt: 1, taskQueue: { name: 'q', kind: 'TASK_QUEUE_KIND_NORMAL' } });
    const scheduledEventId = String(events.length);
    add('WORKFLOW_TASK_STARTED', { scheduledEventId, identity: 'worker-1' });
    add('WORKFLOW_TASK_COMPLETED', {
      scheduledEventId,
      startedEventId: String(events.length),
      identity: 'worker-1',
    });
  }
  if (spec.closedBy !== undefined) {
    add(spec.closedBy, nextRunId === undefined ? {} : { newExecutionRunId: nextRunId });
  }
  return events;
}

/** Events as a reader of files hands them on. */
export function toCanonicalEvents(events: readonly JsonObject[]): readonly CanonicalEvent[] {
  return events.map((event) => toCanonicalEvent(walkEventJson(event, createFindings())));
}

function toKey(type: string): string {
  const camel = type.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${camel}EventAttributes`;
}
