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
  const findings: Finding[] = [];
  const rows = listRows(db, pk);
  try {
    for (const { eventId, wrong } of findWrongWords(indexer, pk, rows)) {
      const { workflowId, runId } = run;
      findings.push({ check: 'words', workflowId, runId, eventId, text: `${wrong}. Try: tickscope reindex` });
      if (findings.length >= MOST_FINDINGS) break;
    }
  } finally {
    // An open statement would keep the connection busy.
    rows.return(undefined);
  }
  return findings;
}

type WrongWords = { readonly eventId: number; readonly wrong: string };
type Rows = Generator<number, undefined>;

function* findWrongWords(indexer: Indexer, runPk: number, rows: Rows): Generator<WrongWords, undefined> {
  const { db } = indexer.store;
  const findWrong = createFinder(db, runPk);
  let row = rows.next().value;
  for (const canonical of readCanonicalEvents(db, runPk, 1)) {
    const event = decodeStoredEvent(canonical, indexer);
    const { eventId } = event;
    for (; row !== undefined && row < eventId; row = rows.next().value) yield { eventId: row, wrong: GHOST };
    const hasRow = row === eventId;
    if (hasRow) row = rows.next().value;
    const wrong = findWrong({ eventId, hasRow, text: toSearchText(event) });
    if (wrong !== undefined) yield { eventId, wrong };
  }
  for (; row !== undefined; row = rows.next().value) yield { eventId: row, wrong: GHOST };
}

const GHOST = 'it has words to be found by, but is no event of the run';

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

/** Ids of the run's events that have a row of words. Order: by event id. */
function* listRows(db: Store['db'], runPk: number): Generator<number, undefined> {
  const { first, last } = toSearchRange(runPk);
  const rows = db
    .prepare<[bigint, bigint], number>('SELECT rowid FROM search WHERE rowid BETWEEN ? AND ? ORDER BY rowid')
    .pluck()
    .iterate(BigInt(first), BigInt(last));
  for (const row of rows) yield fromSearchRow(row).eventId;
}

/** As the table cuts words, so that no part of one is looked for. */
const WORD = /(?<![\p{L}\p{N}\p{M}])[a-zA-Z0-9]{3,80}(?![\p{L}\p{N}\p{M}])/gu;

const MOST_FINDINGS = 100;

/** The longest of the last words is seldom one that many events have. */
function findWord(text: string): string | undefined {
  const words = text.slice(text.lastIndexOf(' ', text.length - 2_000) + 1).match(WORD) ?? [];
  return words.toSorted((a, b) => b.length - a.length)[0];
}
