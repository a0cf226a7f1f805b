import { copyRun } from '../../store/copy-run.ts';
import type { StoredRun } from '../../store/find-run.ts';
import { openScratch } from '../../store/open-scratch.ts';
import type { Store } from '../../store/open-store.ts';
import { createIndexer, type Indexer } from '../indexer.ts';
import { reindexRun } from '../reindex.ts';
import type { Finding } from './finding.ts';

/** Derived rows of a run, worker numbers replaced by what they mean: the numbers differ from index to index. */
const TABLES: Readonly<Record<string, string>> = {
  tick: `SELECT tick.*, NULL AS worker_id, NULL AS worker_before_id, w.identity, w.build_id, b.identity AS identity_before,
    b.build_id AS build_id_before FROM tick LEFT JOIN worker AS w ON w.id = worker_id
    LEFT JOIN worker AS b ON b.id = worker_before_id WHERE run_pk = ? ORDER BY tick`,
  'event group': 'SELECT * FROM event_group WHERE run_pk = ? ORDER BY first_event_id',
  'model call': 'SELECT * FROM model_call WHERE run_pk = ? ORDER BY event_id',
  'tool call': 'SELECT * FROM tool_call WHERE run_pk = ? ORDER BY model_event_id, position',
  'tool field': 'SELECT * FROM tool_field WHERE run_pk = ? ORDER BY model_event_id, position, key',
  'sums and state': `SELECT tick_count, model_call_count, tool_call_count, input_tokens, output_tokens, carry_json,
    open_from_event_id, adapter, derived_event_count FROM run WHERE id = ?`,
};

/** Derives a run a second time, in memory, and compares every row with those that are stored. */
export function checkDerived(indexer: Indexer, db: Store['db'], stored: StoredRun): readonly Finding[] {
  const scratch = openScratch();
  try {
    copyRun(db, scratch.db, stored.pk);
    const { decodings } = indexer;
    reindexRun({ ...createIndexer(scratch, indexer.understanding), decodings }, stored.run);
    return Object.entries(TABLES).flatMap(([name, sql]) =>
      compareRows(name, sql, { db, other: scratch.db, stored }),
    );
  } finally {
    scratch.close();
  }
}

type Sides = { readonly db: Store['db']; readonly other: Store['db']; readonly stored: StoredRun };
type Row = Record<string, unknown>;

/** The first row that differs: the others mostly follow from it. */
function compareRows(name: string, sql: string, { db, other, stored }: Sides): readonly Finding[] {
  const is = db.prepare<[number], Row>(sql).all(stored.pk);
  const should = other.prepare<[number], Row>(sql).all(stored.pk);
  for (let at = 0; at < Math.max(is.length, should.length); at += 1) {
    const columns = findDifferent(is[at], should[at]);
    if (columns.length === 0) continue;
    const { workflowId, runId } = stored.run;
    const text = `${name} ${at + 1} of ${is.length} is not what its events give (${columns.join(', ')}). Try: tickscope reindex`;
    return [{ check: 'derived', workflowId, runId, text }];
  }
  return [];
}

function findDifferent(is: Row | undefined, should: Row | undefined): readonly string[] {
  if (is === undefined) return ['missing'];
  if (should === undefined) return ['there is one too many'];
  return Object.keys(should).filter((column) => is[column] !== should[column]);
}
