import { cite } from '../base/cite.ts';
import { textMember } from '../base/json-members.ts';
import type { Activity } from '../model/activity.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { Interruption } from '../model/interruption.ts';
import type { WorkflowTask } from '../model/workflow-task.ts';
import { findCodeChanges } from './code-changes.ts';
import { findWorkerInterruptions, type WorkerRecord } from './worker-interruptions.ts';
import { isWorkerTimeout } from './worker-signs.ts';

// A run id is a UUID of 36 characters; a file may hold anything.
const LONGEST_ID = 60;

/**
 * What disturbed a tick from outside its logic: workers lost, code replaced, activities tried again, workflow
 * tasks failed, resets.
 *
 * Order: by the event that shows it first.
 */
export function findInterruptions(record: WorkerRecord): readonly Interruption[] {
  return [
    ...findWorkerInterruptions(record),
    ...findCodeChanges(record),
    ...record.activities.flatMap((activity) => toRetry(record.runId, activity)),
    ...record.workflowTasks.flatMap((task) => toTaskFailure(record.runId, task)),
  ].sort((a, b) => a.eventId - b.eventId);
}

/** An error that the activity itself reported; a timeout speaks of the worker instead. */
function toRetry(runId: string, activity: Activity): readonly Interruption[] {
  const { started, attempt = 1, lastFailure, activityType } = activity;
  if (!started || attempt < 2 || isWorkerTimeout(lastFailure?.timeoutType)) return [];
  const failed = attempt - 1;
  return [
    {
      kind: 'activity-retried',
      eventId: started.eventId,
      eventTime: started.eventTime,
      title: `${activityType} retried`,
      text: `${activityType} failed ${failed === 1 ? 'once' : `${failed} times`} before attempt ${attempt}${lastFailure ? '; the last error was' : ''}`,
      ...(lastFailure ? { quote: toErrorText(lastFailure) } : {}),
      citations: [
        cite(runId, started, ['attempt']),
        ...(lastFailure ? [cite(runId, started, ['lastFailure'])] : []),
      ],
    },
  ];
}

function toTaskFailure(runId: string, task: WorkflowTask): readonly Interruption[] {
  const { closed, cause, failure } = task;
  // A new event came while the worker answered: the server asks again, nothing went wrong.
  if (task.outcome !== 'failed' || !closed || cause === 'UNHANDLED_COMMAND') return [];
  const reset = cause === 'RESET_WORKFLOW';
  return [
    {
      kind: reset ? 'reset' : 'workflow-task-failed',
      eventId: closed.eventId,
      eventTime: closed.eventTime,
      title: reset ? 'run was reset here' : 'workflow task failed',
      text: reset
        ? `The run was reset to this point: the events before it are copies of ${toBaseRun(closed)}.`
        : `A workflow task failed (${cause}) and was given out again${failure ? '; the error was' : ''}`,
      ...(failure && !reset ? { quote: toErrorText(failure) } : {}),
      citations: [cite(runId, closed, ['cause']), ...(failure ? [cite(runId, closed, ['failure'])] : [])],
    },
  ];
}

function toBaseRun({ attributes }: DecodedEvent): string {
  const runId = textMember(attributes, 'baseRunId');
  return runId ? `run ${runId.slice(0, LONGEST_ID)}` : 'the base run';
}

function toErrorText({ type, message }: { readonly type?: string; readonly message: string }): string {
  return type ? `${type}: ${message}` : message;
}
