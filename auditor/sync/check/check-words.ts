import { toSearchText } from '../../base/search-text.ts';
import type { StoredRun } from '../../store/find-run.ts';
import type { Store } from '../../store/open-store.ts';
import { readCanonicalEvents } from '../../store/read-events.ts';
import { fromSearchRow, toSearchRange, toSearchRow } from '../../store/search-row.ts';
import { decodeStoredEvent } from '../decode-stored-event.ts';
import type { Indexer } from '../indexer.ts';
import type { Finding } from './finding.ts';

/**
 * Whether exactly those events that have words have a row of words, and each of these is found by a word of its own. The full-text table
 * keeps no text, so it cannot be read back and compared.
 */
export function checkWords(indexer: Indexer, db: Store['db'], { pk, run }: StoredRun): readonly Finding[] {
  const findWrong = createFinder(db, pk);
  const findings: Finding[] = [];
  const note = (eventId: number, wrong: string): void => {
    const { workflowId, runId } = run;
    const text = `${wrong}. Try: tickscope reindex`;
    if (findings.length < MOST_FINDINGS) findings.push({ check: 'words', workflowId, runId, eventId, text });
  };
  const rows = listRows(db, pk);
  for (const canonical of readCanonicalEvents(db, pk, 1)) {
    if (findings.length >= MOST_FINDINGS) break;
    const event = decodeStoredEvent(canonical, indexer);
    const hasRow = rows.delete(event.eventId);
    const wrong = findWrong({ eventId: event.eventId, hasRow, text: toSearchText(event) });
    if (wrong !== undefined) note(event.eventId, wrong);
  }
  if (findings.length < MOST_FINDINGS) {
    for (const eventId of rows) note(eventId, 'it has words to be found by, but is no event of the run');
  }
  return findings;
}

type WordsOfEvent = { readonly eventId: number; readonly hasRow: boolean; readonly text: string };

/** What is wrong with the words of an event. */
function createFinder(db: Store['db'], runPk: number): (words: WordsOfEvent) => string | undefined {
  const find = db.prepare<[string, bigint]>('SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?');
  return ({ eventId, hasRow, text }) => {
    if (text === '') return hasRow ? 'it has no words, but a row of words' : undefined;
    const word = findWord(text);
    if (!hasRow)
      return word === undefined ? 'its words are missing' : `it is not found by its word “${word}”`;
    // As a bigint: a number is bound as REAL, and FTS5 ignores an equality with one.
    const row = BigInt(toSearchRow(runPk, eventId));
    if (word === undefined || find.get(`"${word}"`, row) !== undefined) return undefined;
    return `it is not found by its word “${word}”`;
  };
}

/** Ids of the run's events that have a row of words. */
function listRows(db: Store['db'], runPk: number): Set<number> {
  const { first, last } = toSearchRange(runPk);
  const rows = db
    .prepare<[bigint, bigint], number>('SELECT rowid FROM search WHERE rowid BETWEEN ? AND ?')
    .pluck()
    .all(BigInt(first), BigInt(last));
  return new Set(rows.map((row) => fromSearchRow(row).eventId));
}

/** As the table cuts words, so that no part of one is looked for. */
const WORD = /(?<![\p{L}\p{N}\p{M}])[a-zA-Z0-9]{3,80}(?![\p{L}\p{N}\p{M}])/gu;

const MOST_FINDINGS = 100;

/** The longest of the last words is seldom one that many events have. */
function findWord(text: string): string | undefined {
  const words = text.slice(text.lastIndexOf(' ', text.length - 2_000) + 1).match(WORD) ?? [];
  return words.toSorted((a, b) => b.length - a.length)[0];
}
