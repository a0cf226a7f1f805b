import type { CanonicalEvent } from '../../history/to-canonical-event.ts';
import { toHistoryEvent } from '../../history/to-history-event.ts';
import { copyRun } from '../../store/copy-run.ts';
import type { StoredRun } from '../../store/find-run.ts';
import { openScratch } from '../../store/open-scratch.ts';
import type { Store } from '../../store/open-store.ts';
import { readCanonicalEvents } from '../../store/read-events.ts';
import { indexPage } from '../index-run.ts';
import { createIndexer, type Indexer } from '../indexer.ts';
import type { Finding } from './finding.ts';

/** Derived rows of a run, worker numbers replaced by what they mean: the numbers differ from index to index. */
const TABLES: Readonly<Record<string, string>> = {
  tick: `SELECT tick.*, NULL AS worker_id, NULL AS worker_before_id, w.identity, w.build_id, b.identity AS identity_before,
    b.build_id AS build_id_before FROM tick LEFT JOIN worker AS w ON w.id = worker_id
    LEFT JOIN worker AS b ON b.id = worker_before_id WHERE run_pk = ? ORDER BY tick`,
  'event group': 'SELECT * FROM event_group WHERE run_pk = ? ORDER BY first_event_id',
  'model call': 'SELECT * FROM model_call WHERE run_pk = ? ORDER BY event_id',
  'tool call': 'SELECT * FROM tool_call WHERE run_pk = ? ORDER BY model_event_id, position',
  'tool field': 'SELECT * FROM tool_field WHERE run_pk = ? ORDER BY model_event_id, position, is_later, key',
  'sums and state': `SELECT tick_count, model_call_count, tool_call_count, input_tokens, output_tokens, carry_json,
    open_from_event_id, adapter, derived_event_count FROM run WHERE id = ?`,
};

/** Events that are derived at a time, as an import does. */
const PAGE_LENGTH = 500;

/** Indexes a run a second time, page by page, beside what is stored, and compares every row with those that are stored. */
export function checkDerived(indexer: Indexer, db: Store['db'], stored: StoredRun): readonly Finding[] {
  const scratch = openScratch();
  try {
    copyRun(db, scratch.db, stored.pk);
    const { understanding, decodings } = indexer;
    const error = indexAgain({ ...createIndexer(scratch, understanding), decodings }, db, stored);
    if (error !== undefined) return [toFinding(stored, `its ticks cannot be derived: ${toText(error)}`)];
    return Object.entries(TABLES).flatMap(([name, sql]) => {
      const wrong = compareRows(name, {
        is: db.prepare<[number], Row>(sql).iterate(stored.pk),
        should: scratch.db.prepare<[number], Row>(sql).iterate(stored.pk),
      });
      return wrong === undefined ? [] : [toFinding(stored, wrong)];
    });
  } finally {
    scratch.close();
  }
}

/** Returns why no ticks could be derived. Absent when: they could. */
function indexAgain(indexer: Indexer, db: Store['db'], { pk, run: key }: StoredRun): unknown {
  for (const events of readPages(db, pk)) {
    const { derivationError } = indexPage(indexer, { key, source: 'file', events });
    if (derivationError !== undefined) return derivationError;
  }
  return undefined;
}

function* readPages(db: Store['db'], runPk: number): Generator<readonly CanonicalEvent[], undefined> {
  let page: CanonicalEvent[] = [];
  for (const canonical of readCanonicalEvents(db, runPk, 1)) {
    page.push({ canonical, event: toHistoryEvent(JSON.parse(canonical)) });
    if (page.length < PAGE_LENGTH) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

function toFinding({ run: { workflowId, runId } }: StoredRun, text: string): Finding {
  return { check: 'derived', workflowId, runId, text };
}

function toText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Row = Record<string, unknown>;
type Sides = { readonly is: IterableIterator<Row>; readonly should: IterableIterator<Row> };

/** What is wrong with the first row that differs: the others mostly follow from it. Absent when: none does. */
function compareRows(name: string, { is, should }: Sides): string | undefined {
  try {
    for (let at = 1; ; at += 1) {
      const [one, other] = [is.next(), should.next()];
      if (one.done === true && other.done === true) return undefined;
      const columns = findDifferent(one.value, other.value);
      if (columns.length === 0) continue;
      return `${name} ${at} is not what its events give (${columns.join(', ')}). Try: tickscope reindex`;
    }
  } finally {
    is.return?.();
    should.return?.();
  }
}

function findDifferent(is: Row | undefined, should: Row | undefined): readonly string[] {
  if (is === undefined) return ['missing'];
  if (should === undefined) return ['there is one too many'];
  return Object.keys(should).filter((column) => is[column] !== should[column]);
}
