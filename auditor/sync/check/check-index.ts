import { isIndexDamage } from '../../base/index-damage.ts';
import { TickscopeError } from '../../base/tickscope-error.ts';
import type { RunKey } from '../../model/run.ts';
import { listStoredRuns, type StoredRun } from '../../store/find-run.ts';
import { openDatabaseReadOnly } from '../../store/open-read-only.ts';
import type { Store } from '../../store/open-store.ts';
import { createIndexer, type Indexer } from '../indexer.ts';
import { checkDatabase } from './check-database.ts';
import { checkDerived } from './check-derived.ts';
import { checkEvents } from './check-events.ts';
import { checkRun } from './check-run.ts';
import { checkSchema } from './check-schema.ts';
import { checkWords } from './check-words.ts';
import type { Finding } from './finding.ts';

type CheckIndex = {
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
 * Looks at everything in an index: its tables and triggers, the database itself, each event against its digest and its row, each run
 * against its events, each derived row against a second derivation, each event's words. Reads only; a page of events and an open tick are
 * in memory, however long a run is.
 *
 * Throws: TickscopeError `index-missing`, `schema-too-new`, `index-unusable`, or `run-not-indexed` for a workflow id without a run; what is
 * damaged is a finding.
 */
export function* checkIndex(options: CheckIndex): Generator<CheckStep, undefined> {
  let db: Store['db'] | undefined;
  try {
    db = openDatabaseReadOnly(options.dataFolder);
    const schema = checkSchema(db);
    yield { kind: 'database', findings: [...schema, ...checkDatabase(db)] };
    // Without one of its tables nothing can be said of a run.
    if (schema.some(({ text }) => /^table \S+ is missing$/.test(text))) return;
    yield* checkRuns(createIndexer({ db, close: () => undefined }, options.understanding), options);
  } catch (error) {
    // All else that may be damaged is met where it is read.
    if (!isIndexDamage(error)) throw error;
    yield { kind: 'database', findings: [DAMAGED_LIST] };
  } finally {
    db?.close();
  }
}

const DAMAGED_LIST: Finding = {
  check: 'database',
  text: 'the list of its tables is damaged: nothing more can be read',
};

function* checkRuns(indexer: Indexer, { workflowId, depth }: CheckIndex): Generator<CheckStep, undefined> {
  let runs: readonly StoredRun[] = [];
  const unread = unlessDamaged(() => {
    runs = listStoredRuns(indexer.store.db).filter(
      ({ run }) => workflowId === undefined || run.workflowId === workflowId,
    );
    return [];
  }, 'table run is damaged: the runs cannot be listed');
  if (unread.length > 0) return yield { kind: 'database', findings: unread };
  if (workflowId !== undefined && runs.length === 0)
    throw new TickscopeError(
      'run-not-indexed',
      `Workflow ${workflowId} is not indexed. Try: tickscope pull ${workflowId}`,
    );
  for (const [index, stored] of runs.entries()) {
    const findings = checkStored(indexer, stored, depth);
    const { run: key } = stored;
    yield { kind: 'run', key, done: index + 1, total: runs.length, eventCount: key.eventCount, findings };
  }
}

function checkStored(indexer: Indexer, stored: StoredRun, depth: CheckIndex['depth']): readonly Finding[] {
  const { db } = indexer.store;
  const look = (what: string, find: () => readonly Finding[]): readonly Finding[] =>
    unlessDamaged(find, `${what} lie where the file is damaged: they cannot all be read`, stored.run);
  // In one transaction: a follower may write meanwhile, and what is compared must belong together.
  return inReadTransaction(db, () => {
    const facts = [
      ...look('its events', () => checkFacts(db, stored)),
      ...look('its conflicts', () => findConflicts(indexer, stored)),
    ];
    // What follows from damaged events is damaged, too: no second alarm.
    if (depth === 'facts' || facts.some(({ check }) => check !== 'conflict' && check !== 'run')) return facts;
    return [
      ...facts,
      ...look('its derived rows', () => checkDerived(indexer, db, stored)),
      ...look('its words', () => checkWords(indexer, db, stored)),
    ];
  });
}

/** Ends without a COMMIT, which meets the damage of an index a second time. */
function inReadTransaction<T>(db: Store['db'], read: () => T): T {
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
  }
}

function checkFacts(db: Store['db'], stored: StoredRun): readonly Finding[] {
  const { findings, run } = checkEvents(db, stored);
  return findings.length > 0 || run === undefined ? findings : checkRun(stored, run);
}

/** `text` is the finding where `find` meets damage. */
function unlessDamaged(
  find: () => readonly Finding[],
  text: string,
  run?: Pick<RunKey, 'workflowId' | 'runId'>,
): readonly Finding[] {
  try {
    return find();
  } catch (error) {
    if (!isIndexDamage(error)) throw error;
    const whose = run === undefined ? {} : { workflowId: run.workflowId, runId: run.runId };
    return [{ check: 'database', ...whose, text }];
  }
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
