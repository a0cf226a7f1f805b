import { toDecodedEvent } from '../base/decode-event.ts';
import type { Carry, DomainAdapter, TickExplanation, TickSpan } from '../model/adapter.ts';
import type { DecodedEvent, HistoryEvent } from '../model/history-event.ts';
import type { Run } from '../model/run.ts';
import type { Tick, TickStatus } from '../model/tick.ts';
import { pairActivities } from './activities.ts';
import { type CutSpan, cutSpans } from './cut-spans.ts';
import { findInterruptions } from './interruptions.ts';
import { findOpenCommands } from './open-commands.ts';
import { pairWorkflowTasks } from './workflow-tasks.ts';

export type DerivedTick = {
  readonly tick: Tick;
  /** What the tick after it has to know: stored, it lets the next derivation start there. */
  readonly carryAfter: Carry;
};

/** Events of one run from the first event of its last open tick on. */
export type Derivation = {
  readonly run: Run;
  readonly adapter: DomainAdapter;
  /** Known before the first of the events. Absent when: the chain starts here. */
  readonly carry: Carry | undefined;
  readonly events: readonly HistoryEvent[];
};

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

/**
 * Events → ticks with tree and answer. Pure: the same events give the same ticks, at once or page by page.
 *
 * Order: by tick; only the last one may be open.
 */
export function deriveTicks({ run, adapter, carry, events }: Derivation): readonly DerivedTick[] {
  const decoded = events.map(toDecodedEvent);
  const spans = cutSpans(decoded, adapter.opensTick, carry?.tick);
  const derived: DerivedTick[] = [];
  let known = carry;
  for (const [index, cut] of spans.entries()) {
    const span = toSpan(run, cut, known, index === spans.length - 1);
    const explanation = adapter.explain(span, run, known);
    known = toCarryAfter(span, explanation, known);
    derived.push({ tick: toTick(run, adapter.name, span, explanation), carryAfter: known });
  }
  return derived;
}

function toSpan(run: Run, cut: CutSpan, carry: Carry | undefined, isLast: boolean): TickSpan {
  const activities = pairActivities(cut.events);
  const workflowTasks = pairWorkflowTasks(cut.events);
  // A new run may be taken by any worker of the fleet: that says nothing about the last one.
  const isNewRun = cut.events[0]?.eventType === 'WORKFLOW_EXECUTION_STARTED';
  const workerBefore = isNewRun ? undefined : carry?.workerIdentity;
  return {
    ...cut,
    status: isLast ? toStatus(cut.events) : 'closed',
    activities,
    workflowTasks,
    interruptions: findInterruptions({ runId: run.runId, activities, workflowTasks, workerBefore }),
  };
}

function toStatus(events: readonly DecodedEvent[]): TickStatus {
  if (events.some((event) => CUT_OFF.has(event.eventType))) return 'cut-off';
  return events.some((event) => ENDED.has(event.eventType)) ? 'closed' : 'open';
}

function toCarryAfter(span: TickSpan, explanation: TickExplanation, before: Carry | undefined): Carry {
  const task = span.workflowTasks.findLast((candidate) => candidate.workerIdentity !== undefined);
  const isNewRun = span.events[0]?.eventType === 'WORKFLOW_EXECUTION_STARTED';
  const open = findOpenCommands(span.events, isNewRun ? [] : (before?.open ?? []));
  const workerIdentity = task?.workerIdentity ?? before?.workerIdentity;
  const buildId = task?.buildId ?? before?.buildId;
  const remembered = explanation.remembered ?? before?.remembered;
  return {
    tick: span.tick,
    ...(workerIdentity ? { workerIdentity } : {}),
    ...(buildId ? { buildId } : {}),
    ...(remembered ? { remembered } : {}),
    ...(open.length > 0 ? { open } : {}),
  };
}

function toTick(run: Run, adapter: string, span: TickSpan, explanation: TickExplanation): Tick {
  const { outcome, tone, interrupted, tree, answer } = explanation;
  const times = span.events.map((event) => event.timeMicros);
  const startMicros = times[0] ?? 0;
  const endMicros = times.reduce((latest, time) => Math.max(latest, time), startMicros);
  return {
    runId: run.runId,
    tick: span.tick,
    label: span.label,
    status: span.status,
    ...{ outcome, tone, interrupted, adapter, tree, answer },
    firstEventId: span.events[0]?.eventId ?? 0,
    lastEventId: span.events.at(-1)?.eventId ?? 0,
    startedAt: span.events[0]?.eventTime ?? run.startedAt,
    durationMs: (endMicros - startMicros) / 1000,
  };
}
