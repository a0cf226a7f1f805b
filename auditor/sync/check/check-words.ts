import { toSearchText } from '../../base/search-text.ts';
import type { StoredRun } from '../../store/find-run.ts';
import type { Store } from '../../store/open-store.ts';
import { readCanonicalEvents } from '../../store/read-events.ts';
import { toSearchRow } from '../../store/search-row.ts';
import { decodeStoredEvent } from '../decode-stored-event.ts';
import type { Indexer } from '../indexer.ts';
import type { Finding } from './finding.ts';

/** Whether each event is found by a word of its own. The full-text table keeps no text, so it cannot be read back and compared. */
export function checkWords(indexer: Indexer, db: Store['db'], { pk, run }: StoredRun): readonly Finding[] {
  const find = db.prepare<[string, bigint]>('SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?');
  const findings: Finding[] = [];
  for (const canonical of readCanonicalEvents(db, pk, 1)) {
    if (findings.length >= MOST_FINDINGS) break;
    const event = decodeStoredEvent(canonical, indexer);
    const word = findWord(toSearchText(event));
    // As a bigint: a number is bound as REAL, and FTS5 ignores an equality with one.
    const row = BigInt(toSearchRow(pk, event.eventId));
    if (word === undefined || find.get(`"${word}"`, row) !== undefined) continue;
    const text = `it is not found by its word “${word}”. Try: tickscope reindex`;
    findings.push({
      check: 'words',
      workflowId: run.workflowId,
      runId: run.runId,
      eventId: event.eventId,
      text,
    });
  }
  return findings;
}

/** As the table cuts words, so that no part of one is looked for. */
const WORD = /(?<![\p{L}\p{N}\p{M}])[a-zA-Z0-9]{3,80}(?![\p{L}\p{N}\p{M}])/gu;

const MOST_FINDINGS = 100;

/** The longest of the last words is seldom one that many events have. */
function findWord(text: string): string | undefined {
  const words = text.slice(text.lastIndexOf(' ', text.length - 2_000) + 1).match(WORD) ?? [];
  return words.toSorted((a, b) => b.length - a.length)[0];
}
