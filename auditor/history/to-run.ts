import { member, textMember } from '../base/json-members.ts';
import type { HistoryEvent, Json } from '../model/history-event.ts';
import type { Run, RunKey, RunStatus } from '../model/run.ts';

const CLOSED: ReadonlyMap<string, RunStatus> = new Map([
  ['WORKFLOW_EXECUTION_COMPLETED', 'completed'],
  ['WORKFLOW_EXECUTION_FAILED', 'failed'],
  ['WORKFLOW_EXECUTION_CANCELED', 'canceled'],
  ['WORKFLOW_EXECUTION_TERMINATED', 'terminated'],
  ['WORKFLOW_EXECUTION_CONTINUED_AS_NEW', 'continued-as-new'],
  ['WORKFLOW_EXECUTION_TIMED_OUT', 'timed-out'],
]);

/** Whether an event of this type ends its run: nothing is written after it. */
export const isClosingType = (eventType: string): boolean => CLOSED.has(eventType);

const RESET = 'WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW';

/**
 * Facts of a run, from its first event and the newest one known.
 *
 * Order: `last` has the highest event id; its id is the number of events.
 */
export function toRun(key: RunKey, source: string, first: HistoryEvent, last: HistoryEvent): Run {
  const started = first.attributes;
  const previousRunId = readText(started, 'continuedExecutionRunId');
  const parent = readExecution(member(started, 'parentWorkflowExecution'));
  const root = readExecution(member(started, 'rootWorkflowExecution'));
  const opened: Run = {
    // By name: a caller may hand in another run of the chain as key, with its own links.
    namespace: key.namespace,
    workflowId: key.workflowId,
    runId: key.runId,
    workflowType: readText(member(started, 'workflowType'), 'name') ?? '',
    status: 'running',
    startedAt: first.eventTime,
    firstRunId: readText(started, 'firstExecutionRunId') ?? key.runId,
    ...(previousRunId === undefined ? {} : { previousRunId }),
    ...(parent === undefined ? {} : { parent }),
    ...(root === undefined || root.runId === key.runId ? {} : { root }),
    eventCount: 1,
    source,
  };
  return toAdvancedRun(opened, last);
}

/** The same run after one more event. */
export function toAdvancedRun(run: Run, last: HistoryEvent): Run {
  const base = readResetBase(last);
  const advanced = {
    ...run,
    eventCount: last.eventId,
    ...(base === undefined ? {} : { resetBaseRunId: base }),
  };
  const status = CLOSED.get(last.eventType);
  if (status === undefined) return advanced;
  // A retry or a cron schedule continues a run that failed, timed out or completed, too.
  const nextRunId = readText(last.attributes, 'newExecutionRunId');
  return { ...advanced, status, closedAt: last.eventTime, ...(nextRunId === undefined ? {} : { nextRunId }) };
}

/** The run that a reset copied the events before this one from. Absent when: the event is no reset. */
function readResetBase({ eventType, attributes }: HistoryEvent): string | undefined {
  const isReset = eventType === 'WORKFLOW_TASK_FAILED' && textMember(attributes, 'cause') === RESET;
  return isReset ? readText(attributes, 'baseRunId') : undefined;
}

/** The child that an event says has started. Absent when: the event says something else. */
export function toStartedChild(event: HistoryEvent): { workflowId: string; runId: string } | undefined {
  if (event.eventType !== 'CHILD_WORKFLOW_EXECUTION_STARTED') return undefined;
  return readExecution(member(event.attributes, 'workflowExecution'));
}

/** Absent when: not stated. */
export type StatedIds = { readonly workflowId?: string; readonly runId?: string };

/**
 * Ids that a history states of itself.
 *
 * Absent when: the workflow id, in histories of servers before 1.29; the run id, when the first event states none.
 */
export function toStatedIds(events: readonly HistoryEvent[]): StatedIds {
  const started = events[0]?.attributes;
  const workflowId = readText(started, 'workflowId');
  // The first event of a reset run still names the run it was copied from; the reset itself names the new one.
  const reset = events.findLast((event) => textMember(event.attributes, 'cause') === RESET);
  const runId = readText(reset?.attributes, 'newRunId') ?? readText(started, 'originalExecutionRunId');
  return { ...(workflowId === undefined ? {} : { workflowId }), ...(runId === undefined ? {} : { runId }) };
}

function readExecution(value: Json | undefined): { workflowId: string; runId: string } | undefined {
  const workflowId = readText(value, 'workflowId');
  const runId = readText(value, 'runId');
  return workflowId === undefined || runId === undefined ? undefined : { workflowId, runId };
}

/** An empty text is how old files write an unset field. */
function readText(value: Json | undefined, key: string): string | undefined {
  return textMember(value, key) || undefined;
}
