import { listProviderTools } from '../base/list-provider-tools.ts';
import type { Adapter, Carry, TickConclusion, TickSpan } from '../model/adapter.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { Frameworks } from '../model/model-call.ts';
import type { Run } from '../model/run.ts';
import type { ConcludedTick } from '../model/tick.ts';
import { cutSpans } from './cut-spans.ts';
import { findOpenCommands } from './open-commands.ts';
import { toSpan } from './to-span.ts';

export type DerivedTick = {
  readonly tick: ConcludedTick;
  readonly span: TickSpan;
  /** What was known before it. Absent when: the chain starts here. */
  readonly carryBefore: Carry | undefined;
  /** What the tick after it has to know. */
  readonly carryAfter: Carry;
};

/** Events of one run from the first event of its last open tick on. */
type Derivation = {
  readonly run: Run;
  readonly adapter: Adapter;
  readonly frameworks: Frameworks;
  /** Known before the first of the events. Absent when: the chain starts here. */
  readonly carry: Carry | undefined;
  readonly events: readonly DecodedEvent[];
};

/**
 * Events → ticks with their outcome. Pure: the same events give the same ticks, at once or page by page.
 *
 * Order: by tick; only the last one may be open.
 */
export function deriveTicks({ run, adapter, frameworks, carry, events }: Derivation): readonly DerivedTick[] {
  const cuts = cutSpans(events, adapter.createCutter, carry?.tick);
  const derived: DerivedTick[] = [];
  let known = carry;
  for (const [index, cut] of cuts.entries()) {
    const span = toSpan({ run, cut, carry: known, frameworks, isLast: index === cuts.length - 1 });
    const conclusion = adapter.conclude(span, run, known);
    const carryAfter = toCarryAfter(span, conclusion, known);
    const tick = toTick({ run, adapter, span, conclusion, carryAfter });
    derived.push({ tick, span, carryBefore: known, carryAfter });
    known = carryAfter;
  }
  return derived;
}

function toCarryAfter(span: TickSpan, conclusion: TickConclusion, before: Carry | undefined): Carry {
  const task = span.workflowTasks.findLast((candidate) => candidate.workerIdentity !== undefined);
  const isNewRun = span.events[0]?.eventType === 'WORKFLOW_EXECUTION_STARTED';
  const open = findOpenCommands(span.events, isNewRun ? [] : (before?.open ?? []));
  const workerIdentity = task?.workerIdentity ?? before?.workerIdentity;
  const buildId = task?.buildId ?? before?.buildId;
  const remembered = conclusion.remembered ?? before?.remembered;
  return {
    tick: span.tick,
    ...(workerIdentity ? { workerIdentity } : {}),
    ...(buildId ? { buildId } : {}),
    ...(remembered ? { remembered } : {}),
    ...(open.length > 0 ? { open } : {}),
  };
}

type Parts = {
  readonly run: Run;
  readonly adapter: Adapter;
  readonly span: TickSpan;
  readonly conclusion: TickConclusion;
  readonly carryAfter: Carry;
};

function toTick({ run, adapter, span, conclusion, carryAfter }: Parts): ConcludedTick {
  const { outcome, tone, interrupted } = conclusion;
  const { workerIdentity, buildId } = carryAfter;
  return {
    runId: run.runId,
    tick: span.tick,
    label: span.label,
    status: span.status,
    ...{ outcome, tone, interrupted },
    firstEventId: span.events[0]?.eventId ?? 0,
    lastEventId: span.events.at(-1)?.eventId ?? 0,
    startedAt: span.events[0]?.eventTime ?? run.startedAt,
    durationMs: toDurationMs(span.events),
    level: adapter.level,
    ...(workerIdentity ? { workerIdentity } : {}),
    ...(buildId ? { buildId } : {}),
    ...countCalls(span),
    adapter: adapter.name,
  };
}

/** Times may run backwards: from the first event to the latest. */
function toDurationMs(events: readonly DecodedEvent[]): number {
  const startMicros = events[0]?.timeMicros ?? 0;
  const endMicros = events.reduce((latest, { timeMicros }) => Math.max(latest, timeMicros), startMicros);
  return (endMicros - startMicros) / 1000;
}

type Counts = Pick<ConcludedTick, 'modelCalls' | 'toolCalls' | 'inputTokens' | 'outputTokens'>;

function countCalls({ modelCalls }: TickSpan): Counts {
  const inputTokens = sum(modelCalls.map(({ usage }) => usage.inputTokens));
  const outputTokens = sum(modelCalls.map(({ usage }) => usage.outputTokens));
  return {
    modelCalls: modelCalls.length,
    toolCalls: modelCalls.reduce(
      (count, { toolCalls, outputItems }) => count + toolCalls.length + listProviderTools(outputItems).length,
      0,
    ),
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
  };
}

/** Absent when: no call says. */
function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0);
}
