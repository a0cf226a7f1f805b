import type { RunKey } from '../../model/run.ts';
import { listStoredRuns, type StoredRun } from '../../store/find-run.ts';
import { openDatabaseReadOnly } from '../../store/open-read-only.ts';
import { createIndexer, type Indexer } from '../indexer.ts';
import { checkDatabase } from './check-database.ts';
import { checkDerived } from './check-derived.ts';
import { checkEvents } from './check-events.ts';
import { checkRun } from './check-run.ts';
import { checkWords } from './check-words.ts';
import type { Finding } from './finding.ts';

export type CheckIndex = {
  readonly dataFolder: string;
  /** `all`: derive every run again and compare. `facts`: only what is not derived. */
  readonly depth: 'all' | 'facts';
  /** Only runs of this workflow id. Absent when: all. */
  readonly workflowId?: string;
  readonly understanding?: Indexer['understanding'];
};

/** What was looked at between two findings. */
export type CheckStep =
  | { readonly kind: 'database'; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'run';
      readonly key: RunKey;
      readonly done: number;
      readonly total: number;
      readonly eventCount: number;
      readonly findings: readonly Finding[];
    };

/**
 * Looks at everything in an index: the database itself, each event against its digest and its row, each run against its events, each
 * derived row against a second derivation, each event's words. Reads only; one run at a time is in memory.
 *
 * Throws: TickscopeError `index-missing`, `schema-too-new` or `index-unusable`.
 */
export function* checkIndex(options: CheckIndex): Generator<CheckStep, undefined> {
  const db = openDatabaseReadOnly(options.dataFolder);
  try {
    const store = { db, close: () => undefined };
    const indexer = createIndexer(store, options.understanding);
    yield { kind: 'database', findings: checkDatabase(db) };
    const all = listStoredRuns(db);
    const runs = all.filter(({ run }) => run.workflowId === (options.workflowId ?? run.workflowId));
    for (const [index, stored] of runs.entries()) {
      const findings = checkStored(indexer, stored, options.depth);
      const { run: key } = stored;
      yield { kind: 'run', key, done: index + 1, total: runs.length, eventCount: key.eventCount, findings };
    }
  } finally {
    db.close();
  }
}

function checkStored(indexer: Indexer, stored: StoredRun, depth: CheckIndex['depth']): readonly Finding[] {
  const { db } = indexer.store;
  // In one transaction: a follower may write meanwhile, and what is compared must belong together.
  return db.transaction(() => {
    const { findings, events } = checkEvents(db, stored);
    const facts = [
      ...findings,
      ...findConflicts(indexer, stored),
      ...(findings.length > 0 ? [] : checkRun(stored, events)),
    ];
    // What follows from damaged events is damaged, too: no second alarm.
    if (depth === 'facts' || findings.length > 0) return facts;
    return [...facts, ...checkDerived(indexer, db, stored), ...checkWords(indexer, db, stored)];
  })();
}

function findConflicts({ store }: Indexer, { pk, run }: StoredRun): readonly Finding[] {
  const rows = store.db.prepare<[number], { event_id: number }>(
    'SELECT event_id FROM event_conflict WHERE run_pk = ? ORDER BY event_id LIMIT 100',
  );
  return rows.all(pk).map(({ event_id: eventId }) => ({
    ...{ check: 'conflict', workflowId: run.workflowId, runId: run.runId, eventId },
    text: 'it came a second time with other content; both are kept',
  }));
}
