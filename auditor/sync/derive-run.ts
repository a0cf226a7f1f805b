import { adapterFor } from '../adapters/all-adapters.ts';
import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import { deriveTicks } from '../decision-tree/derive-ticks.ts';
import { toHistoryEvent } from '../history/to-history-event.ts';
import type { Carry } from '../model/adapter.ts';
import type { HistoryEvent, Json } from '../model/history-event.ts';
import type { Run } from '../model/run.ts';
import { findStoredRun, type StoredRun } from '../store/find-run.ts';
import type { Store } from '../store/open-store.ts';
import { readCanonicalEvents } from '../store/read-events.ts';
import { writeTicks } from '../store/write-ticks.ts';

/**
 * Derives the ticks of a run from its stored events: `open-tick` those that new events may have changed, `start` all of them.
 *
 * Returns the number of ticks written. Call it inside a transaction.
 */
export function deriveRun(db: Store['db'], stored: StoredRun, from: 'open-tick' | 'start'): number {
  const { pk, run } = stored;
  const fromEventId = from === 'start' ? 1 : stored.openFromEventId;
  const carry = fromEventId === 1 ? findCarryOfPrevious(db, run) : stored.carry;
  const events = readCanonicalEvents(db, pk, fromEventId).map(parseEvent);
  const derived = deriveTicks({ run, adapter: adapterFor(run), carry, events });
  // The last tick of an open run may grow: the next derivation starts at its first event, with what was known before it.
  const isClosed = run.status !== 'running';
  const carryNow = isClosed ? derived.at(-1)?.carryAfter : derived.at(-2)?.carryAfter;
  const known = carryNow ?? carry;
  writeTicks(db, {
    runPk: pk,
    fromEventId,
    ticks: derived.map(({ tick }) => tick),
    openFromEventId: isClosed ? run.eventCount + 1 : (derived.at(-1)?.tick.firstEventId ?? fromEventId),
    ...(known === undefined ? {} : { carry: known }),
  });
  return derived.length;
}

/** What the run before this one of the chain ended with. Absent when: it is not stored to its end. */
function findCarryOfPrevious(db: Store['db'], run: Run): Carry | undefined {
  if (run.previousRunId === undefined) return undefined;
  const previous = findStoredRun(db, { ...run, runId: run.previousRunId });
  return previous === undefined || previous.run.status === 'running' ? undefined : previous.carry;
}

function parseEvent(canonical: string): HistoryEvent {
  const json: Json = JSON.parse(canonical);
  if (isJsonObject(json)) return toHistoryEvent(json);
  throw new TickscopeError(
    'index-unusable',
    'A stored event is no JSON object. Move the index away and pull again.',
  );
}
