/** An event id needs 24 bits: servers end a run at 51,200 events by default, and above 16 million nothing is indexed. */
const EVENTS_PER_RUN = 2 ** 24;

/**
 * Row of the full-text table that belongs to an event. Bind it as a bigint: a number is bound as REAL, which FTS5 ignores in
 * equalities and ranges.
 *
 * Throws: RangeError beyond 16,777,215 events of one run.
 */
export function toSearchRow(runPk: number, eventId: number): number {
  if (eventId >= EVENTS_PER_RUN) throw new RangeError(`event ${eventId} is beyond what can be searched`);
  return runPk * EVENTS_PER_RUN + eventId;
}

/** The event that a row of the full-text table belongs to. */
export function fromSearchRow(row: number): { readonly runPk: number; readonly eventId: number } {
  return { runPk: Math.floor(row / EVENTS_PER_RUN), eventId: row % EVENTS_PER_RUN };
}

/** First and last row that events of a run can have. */
export function toSearchRange(runPk: number): { readonly first: number; readonly last: number } {
  return { first: runPk * EVENTS_PER_RUN, last: (runPk + 1) * EVENTS_PER_RUN - 1 };
}
