import type { DecodedEvent } from '../model/history-event.ts';

/**
 * Decoded events of ticks that may still grow, so that a page of a followed run need not read and decode the tick's earlier events again.
 *
 * Only a memory of what is stored: what it has forgotten is read from the store.
 */
export type OpenTicks = {
  /** Events of a run from `fromEventId` to `toEventId`. Absent when: they are not at hand. */
  readonly find: (
    runPk: number,
    fromEventId: number,
    toEventId: number,
  ) => readonly DecodedEvent[] | undefined;
  /** Keeps the events of a run's open tick; none forgets the run. */
  readonly keep: (runPk: number, events: readonly DecodedEvent[]) => void;
};

/** Together over all runs: some tens of megabytes. */
const MOST_EVENTS = 20_000;

export function createOpenTicks(mostEvents = MOST_EVENTS): OpenTicks {
  // A Map remembers the order of insertion: the first is the one that was not used for longest.
  const kept = new Map<number, readonly DecodedEvent[]>();
  let total = 0;

  const forget = (runPk: number): void => {
    total -= kept.get(runPk)?.length ?? 0;
    kept.delete(runPk);
  };

  return {
    find: (runPk, fromEventId, toEventId) => {
      const events = kept.get(runPk);
      const fits = events?.[0]?.eventId === fromEventId && events.at(-1)?.eventId === toEventId;
      return fits ? events : undefined;
    },
    keep: (runPk, events) => {
      forget(runPk);
      if (events.length === 0 || events.length > mostEvents) return;
      kept.set(runPk, events);
      total += events.length;
      for (const oldest of kept.keys()) {
        if (total <= mostEvents) break;
        forget(oldest);
      }
    },
  };
}
