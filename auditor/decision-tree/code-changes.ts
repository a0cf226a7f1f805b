import { cite } from '../base/cite.ts';
import type { Interruption } from '../model/interruption.ts';
import type { WorkflowTask } from '../model/workflow-task.ts';
import type { WorkerRecord } from './worker-interruptions.ts';

// A build id is chosen by whoever deploys; Temporal's own are below this.
const LONGEST_BUILD_ID = 120;

/** Where a workflow task was answered by other workflow code than the one before it. */
export function findCodeChanges({
  runId,
  workflowTasks,
  buildIdBefore,
}: Pick<WorkerRecord, 'runId' | 'workflowTasks' | 'buildIdBefore'>): readonly Interruption[] {
  const changes: Interruption[] = [];
  let current = buildIdBefore;
  for (const task of workflowTasks) {
    if (task.buildId === undefined) continue;
    if (current !== undefined && current !== task.buildId) changes.push(toChange(runId, current, task));
    current = task.buildId;
  }
  return changes;
}

function toChange(
  runId: string,
  before: string,
  { started, closed, scheduled, buildId = '' }: WorkflowTask,
): Interruption {
  const event = [closed, started].find((part) => part && 'workerVersion' in part.attributes) ?? scheduled;
  const [from, to] = [before.slice(0, LONGEST_BUILD_ID), buildId.slice(0, LONGEST_BUILD_ID)];
  return {
    kind: 'code-changed',
    eventId: event.eventId,
    eventTime: event.eventTime,
    title: 'workflow code changed',
    text: `The workflow code changed: ${from} decided until here, ${to} from here on.`,
    citations: [cite(runId, event, ['workerVersion', 'buildId'])],
  };
}
