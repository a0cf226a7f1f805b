import { pairActivities } from '../decision-tree/activities.ts';
import { type DerivedTick, deriveTicks } from '../decision-tree/derive-ticks.ts';
import type { Adapter, Carry } from '../model/adapter.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { Run } from '../model/run.ts';
import { findStoredRun, type StoredRun } from '../store/find-run.ts';
import type { Store } from '../store/open-store.ts';
import { readCanonicalEvents } from '../store/read-events.ts';
import { type TickToWrite, writeDerived } from '../store/write-derived.ts';
import { decodeStoredEvent } from './decode-stored-event.ts';
import type { Indexer } from './indexer.ts';
import { toCallRows } from './to-call-rows.ts';

/** The run, and the events that derived rows do not know yet. */
type RunToDerive = {
  readonly stored: StoredRun;
  /** The newest events, decoded. Absent when: all of them are read from the store, from the start of the run. */
  readonly added?: readonly DecodedEvent[];
  /** Given all events when they are read from the start. */
  readonly onEvents?: (events: readonly DecodedEvent[]) => void;
};

/**
 * Derives the ticks of a run that new events may have changed, or all of them.
 *
 * Returns the number of ticks written. Call it inside a transaction.
 */
export function deriveRun(indexer: Indexer, { stored, added, onEvents }: RunToDerive): number {
  const adapter = added && chooseAdapter(indexer, stored, added);
  // Another adapter cuts elsewhere: what was derived before is derived again.
  if (adapter && (stored.adapter === undefined || stored.adapter === adapter.name)) {
    const events = [...findOpenEvents(indexer, stored, added), ...added];
    const fromEventId = stored.openFromEventId;
    return derive(indexer, { stored, adapter, fromEventId, carry: stored.carry, events });
  }
  const events = readEvents(indexer, stored.pk, 1);
  onEvents?.(events);
  return derive(indexer, {
    ...{ stored, adapter: chooseAdapter(indexer, stored, events), fromEventId: 1, events },
    carry: undefined,
  });
}

type Derivable = {
  readonly stored: StoredRun;
  readonly adapter: Adapter;
  readonly fromEventId: number;
  readonly carry: Carry | undefined;
  readonly events: readonly DecodedEvent[];
};

function derive(indexer: Indexer, { stored, adapter, fromEventId, carry, events }: Derivable): number {
  const { run } = stored;
  const before = fromEventId === 1 ? findCarryOfPrevious(indexer.store.db, run) : carry;
  const { frameworks } = indexer.understanding;
  const derived = deriveTicks({ run, adapter, frameworks, carry: before, events });
  writeTicks(indexer, { stored, adapter, fromEventId, carry: before, derived });
  return derived.length;
}

/** A run is an agent's as soon as one call of a model is seen in it. */
function chooseAdapter(
  { understanding }: Indexer,
  stored: StoredRun,
  newest: readonly DecodedEvent[],
): Adapter {
  const { adapterFor, frameworks } = understanding;
  const agent = adapterFor(stored.run, { hasModelCalls: true });
  if (stored.adapter === agent.name) return agent;
  const seen = pairActivities(newest).some((activity) => frameworks.readCall(activity) !== undefined);
  return adapterFor(stored.run, { hasModelCalls: seen });
}

/** The events of the open tick that came before the new ones. */
function findOpenEvents(
  indexer: Indexer,
  { pk, openFromEventId }: StoredRun,
  added: readonly DecodedEvent[],
): readonly DecodedEvent[] {
  const end = (added[0]?.eventId ?? Number.POSITIVE_INFINITY) - 1;
  if (end < openFromEventId) return [];
  return indexer.openTicks.find(pk, openFromEventId, end) ?? readEvents(indexer, pk, openFromEventId, end);
}

type Written = {
  readonly stored: StoredRun;
  readonly adapter: Adapter;
  readonly fromEventId: number;
  readonly carry: Carry | undefined;
  readonly derived: readonly DerivedTick[];
};

function writeTicks(indexer: Indexer, { stored, adapter, fromEventId, carry, derived }: Written): void {
  const { pk, run } = stored;
  // The last tick of an open run may grow: the next derivation starts at its first event, with what was known before it.
  const isClosed = run.status !== 'running';
  const carryNow = isClosed ? derived.at(-1)?.carryAfter : derived.at(-2)?.carryAfter;
  const known = carryNow ?? carry;
  const open = isClosed ? undefined : derived.at(-1);
  writeDerived(indexer.store.db, {
    runPk: pk,
    adapter: adapter.name,
    fromEventId,
    ticks: derived.map(toTickToWrite),
    ...toCallRows(derived),
    openFromEventId: isClosed ? run.eventCount + 1 : (open?.tick.firstEventId ?? fromEventId),
    derivedEventCount: run.eventCount,
    ...(known === undefined ? {} : { carry: known }),
  });
  indexer.openTicks.keep(pk, open?.span.events ?? []);
}

function toTickToWrite({ tick, carryBefore }: DerivedTick): TickToWrite {
  return {
    tick,
    ...(carryBefore === undefined ? {} : { workerBefore: carryBefore }),
    ...(carryBefore?.remembered === undefined ? {} : { remembered: carryBefore.remembered }),
  };
}

/** What the run before this one of the chain ended with. Absent when: it is not stored to its end. */
function findCarryOfPrevious(db: Store['db'], run: Run): Carry | undefined {
  if (run.previousRunId === undefined) return undefined;
  const previous = findStoredRun(db, { ...run, runId: run.previousRunId });
  return previous === undefined || previous.run.status === 'running' ? undefined : previous.carry;
}

function readEvents(indexer: Indexer, runPk: number, from: number, to = Infinity): readonly DecodedEvent[] {
  const events: DecodedEvent[] = [];
  for (const canonical of readCanonicalEvents(indexer.store.db, runPk, from)) {
    if (from + events.length > to) break;
    events.push(decodeStoredEvent(canonical, indexer));
  }
  return events;
}
