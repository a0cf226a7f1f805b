import { toSearchRow } from '../../store/search-row.ts';
import type { Index } from '../open-index.ts';
import type { Candidate } from './candidate.ts';
import { listMatchesWithin } from './list-words.ts';

/** Keeps of each candidate the events that pass a test on words. */
export type KeepSaid = (candidates: readonly Candidate[]) => readonly Candidate[];

/** Keeps events whose rows are among these. */
export function keepAmong(rows: ReadonlySet<number>): KeepSaid {
  return (candidates) => candidates.map((candidate) => keep(candidate, (row) => rows.has(row)));
}

/**
 * Keeps events that say the words, or those that do not. Where many events say them, asking run by run for all that do, from the first
 * candidate's event to the last one's, costs a hundredth of asking event by event.
 */
export function keepSaying(index: Index, match: string, keeps: 'saying' | 'not-saying'): KeepSaid {
  return (candidates) => {
    const rows = new Set(listMatchesWithin(index, match, toRunRanges(candidates)));
    return candidates.map((candidate) => keep(candidate, (row) => rows.has(row) === (keeps === 'saying')));
  };
}

function keep(candidate: Candidate, test: (row: number) => boolean): Candidate {
  const { runPk, eventIds } = candidate;
  return { ...candidate, eventIds: eventIds.filter((eventId) => test(toSearchRow(runPk, eventId))) };
}

function toRunRanges(candidates: readonly Candidate[]) {
  const byRun = Map.groupBy(candidates, ({ runPk }) => runPk);
  return [...byRun].flatMap(([runPk, own]) => {
    const ids = own.flatMap(({ eventIds }) => eventIds);
    const first = ids.reduce((least, id) => Math.min(least, id), Number.POSITIVE_INFINITY);
    const last = ids.reduce((most, id) => Math.max(most, id), 0);
    return last === 0 ? [] : [{ first: toSearchRow(runPk, first), last: toSearchRow(runPk, last) }];
  });
}
