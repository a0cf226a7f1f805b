import type { Activity } from '../model/activity.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { WorkflowTask } from '../model/workflow-task.ts';

/** The workflow went on with another worker. */
export type WorkerChange = { readonly from: string; readonly to: string; readonly event: DecodedEvent };

/** Nothing was heard of a worker in time. */
export type Silence =
  | {
      readonly kind: 'activity';
      readonly activity: Activity;
      readonly timeoutType: string;
      readonly event: DecodedEvent;
    }
  | {
      readonly kind: 'workflow-task';
      readonly task: WorkflowTask;
      readonly timeoutType: string;
      readonly event: DecodedEvent;
    };

// The other two activity timeouts speak of queues and of the whole activity, not of a worker that was at work.
const WORKER_TIMEOUTS: ReadonlySet<string> = new Set(['START_TO_CLOSE', 'HEARTBEAT']);

/** Changes of the worker that takes the workflow tasks, in event order. */
export function findWorkerChanges(
  tasks: readonly WorkflowTask[],
  workerBefore: string | undefined,
): readonly WorkerChange[] {
  const changes: WorkerChange[] = [];
  let current = workerBefore;
  for (const { started, workerIdentity } of tasks) {
    if (!started || !workerIdentity) continue;
    if (current && current !== workerIdentity) {
      changes.push({ from: current, to: workerIdentity, event: started });
    }
    current = workerIdentity;
  }
  return changes;
}

/** Activities and workflow tasks whose worker did not report in time, in event order. */
export function findSilences(
  activities: readonly Activity[],
  tasks: readonly WorkflowTask[],
): readonly Silence[] {
  const found: Silence[] = [
    ...activities.flatMap(toActivitySilence),
    ...tasks.flatMap((task) =>
      task.outcome === 'timed-out' && task.closed
        ? [{ kind: 'workflow-task' as const, task, timeoutType: task.timeoutType ?? '', event: task.closed }]
        : [],
    ),
  ];
  return found.sort((a, b) => a.event.eventId - b.event.eventId);
}

/** Whether the last attempt of an activity followed on a worker that went silent. */
export function isWorkerTimeout(timeoutType: string | undefined): boolean {
  return timeoutType !== undefined && WORKER_TIMEOUTS.has(timeoutType);
}

function toActivitySilence(activity: Activity): readonly Silence[] {
  const before = activity.lastFailure?.timeoutType;
  if (activity.started && isWorkerTimeout(before)) {
    return [{ kind: 'activity', activity, timeoutType: before ?? '', event: activity.started }];
  }
  const last = activity.failure?.timeoutType;
  if (activity.closed && isWorkerTimeout(last)) {
    return [{ kind: 'activity', activity, timeoutType: last ?? '', event: activity.closed }];
  }
  return [];
}
