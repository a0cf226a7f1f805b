import { idMember, member, textMember } from '../base/json-members.ts';
import { toRecordedFailure, toTimeoutType } from '../base/recorded-failure.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { WorkflowTask } from '../model/workflow-task.ts';

const CLOSING: Readonly<Record<string, WorkflowTask['outcome']>> = {
  WORKFLOW_TASK_COMPLETED: 'completed',
  WORKFLOW_TASK_FAILED: 'failed',
  WORKFLOW_TASK_TIMED_OUT: 'timed-out',
};

/**
 * Puts the events of each workflow task together by their scheduled id; adjacency would lose unfinished ones.
 *
 * Order: by WORKFLOW_TASK_SCHEDULED. A part whose WORKFLOW_TASK_SCHEDULED is not among the events is left out.
 */
export function pairWorkflowTasks(events: readonly DecodedEvent[]): readonly WorkflowTask[] {
  const parts = new Map<number, TaskParts>();
  for (const event of events) {
    if (event.eventType === 'WORKFLOW_TASK_SCHEDULED') parts.set(event.eventId, { scheduled: event });
    else if (event.eventType.startsWith('WORKFLOW_TASK_')) addPart(parts, event);
  }
  return [...parts.values()].map(toWorkflowTask);
}

type TaskParts = { readonly scheduled: DecodedEvent; started?: DecodedEvent; closed?: DecodedEvent };

function addPart(parts: ReadonlyMap<number, TaskParts>, event: DecodedEvent): void {
  const found = parts.get(idMember(event.attributes, 'scheduledEventId') ?? 0);
  if (!found) return;
  if (event.eventType === 'WORKFLOW_TASK_STARTED') found.started = event;
  else if (Object.hasOwn(CLOSING, event.eventType)) found.closed = event;
}

function toWorkflowTask({ scheduled, started, closed }: TaskParts): WorkflowTask {
  const worker = closed?.eventType === 'WORKFLOW_TASK_COMPLETED' ? closed : started;
  const workerIdentity = textMember(worker?.attributes, 'identity') || undefined;
  const buildId = toBuildId(closed) ?? toBuildId(started);
  return {
    scheduled,
    outcome: (closed && CLOSING[closed.eventType]) ?? (started ? 'started' : 'scheduled'),
    ...(started ? { started } : {}),
    ...(closed ? { closed, ...toEnd(closed) } : {}),
    ...(workerIdentity ? { workerIdentity } : {}),
    ...(buildId ? { buildId } : {}),
  };
}

function toBuildId(event: DecodedEvent | undefined): string | undefined {
  return textMember(member(event?.attributes, 'workerVersion'), 'buildId') || undefined;
}

function toEnd(closed: DecodedEvent): Pick<WorkflowTask, 'cause' | 'failure' | 'timeoutType'> {
  if (closed.eventType === 'WORKFLOW_TASK_TIMED_OUT') {
    return { timeoutType: toTimeoutType(textMember(closed.attributes, 'timeoutType')) };
  }
  if (closed.eventType !== 'WORKFLOW_TASK_FAILED') return {};
  const failure = toRecordedFailure(member(closed.attributes, 'failure'));
  const cause = textMember(closed.attributes, 'cause') ?? 'UNSPECIFIED';
  return { cause: cause.replace(/^WORKFLOW_TASK_FAILED_CAUSE_/, ''), ...(failure ? { failure } : {}) };
}
