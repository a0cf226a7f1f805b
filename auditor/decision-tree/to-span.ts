import type { Carry, TickSpan } from '../model/adapter.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { Frameworks } from '../model/model-call.ts';
import type { Run } from '../model/run.ts';
import type { TickStatus } from '../model/tick.ts';
import { pairActivities } from './activities.ts';
import type { CutSpan } from './cut-spans.ts';
import { findInterruptions } from './interruptions.ts';
import { pairWorkflowTasks } from './workflow-tasks.ts';

/** The run ended by its own code; anything else that ends it cuts the tick off. */
const ENDED: ReadonlySet<string> = new Set([
  'WORKFLOW_EXECUTION_COMPLETED',
  'WORKFLOW_EXECUTION_FAILED',
  'WORKFLOW_EXECUTION_CANCELED',
  'WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
]);
const CUT_OFF: ReadonlySet<string> = new Set([
  'WORKFLOW_EXECUTION_TERMINATED',
  'WORKFLOW_EXECUTION_TIMED_OUT',
]);

/** The events of one tick and what was known before them. */
type SpanToRead = {
  readonly run: Run;
  readonly cut: CutSpan;
  readonly carry: Carry | undefined;
  readonly frameworks: Frameworks;
  /** Whether it is the newest tick of the run: only that one may be open. */
  readonly isLast: boolean;
};

/** What the events of one tick mean in Temporal's own terms and in those of the agent frameworks. */
export function toSpan({ run, cut, carry, frameworks, isLast }: SpanToRead): TickSpan {
  const activities = pairActivities(cut.events);
  const workflowTasks = pairWorkflowTasks(cut.events);
  // A new run may be taken by any worker of the fleet: that says nothing about the last one.
  const isNewRun = cut.events[0]?.eventType === 'WORKFLOW_EXECUTION_STARTED';
  const before = isNewRun ? undefined : carry;
  return {
    ...cut,
    status: isLast ? toStatus(cut.events) : 'closed',
    activities,
    workflowTasks,
    interruptions: findInterruptions({
      ...{ runId: run.runId, activities, workflowTasks },
      ...{ workerBefore: before?.workerIdentity, buildIdBefore: before?.buildId },
    }),
    modelCalls: activities.flatMap((activity) => frameworks.readCall(activity) ?? []),
    toolRuns: activities.flatMap((activity) => frameworks.readToolRun(activity) ?? []),
  };
}

function toStatus(events: readonly DecodedEvent[]): TickStatus {
  if (events.some((event) => CUT_OFF.has(event.eventType))) return 'cut-off';
  return events.some((event) => ENDED.has(event.eventType)) ? 'closed' : 'open';
}
