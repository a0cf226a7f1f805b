import type { Database } from 'better-sqlite3';

/** Numbers of workers: identity and build id are long, and the same for thousands of ticks. */
export type WorkerIds = { readonly idOf: (identity: string, buildId: string) => number };

/** Looks each worker up once, and adds those that are not there. Call it inside a transaction. */
export function createWorkerIds(db: Database): WorkerIds {
  const known = new Map<string, number>();
  return {
    idOf: (identity, buildId) => {
      const name = JSON.stringify([identity, buildId]);
      const id = known.get(name) ?? findOrAdd(db, identity, buildId);
      known.set(name, id);
      return id;
    },
  };
}

function findOrAdd(db: Database, identity: string, buildId: string): number {
  const find = db.prepare<[string, string], { id: number }>(
    'SELECT id FROM worker WHERE identity = ? AND build_id = ?',
  );
  const found = find.get(identity, buildId);
  if (found !== undefined) return found.id;
  const added = db.prepare('INSERT INTO worker (identity, build_id) VALUES (?, ?)').run(identity, buildId);
  return Number(added.lastInsertRowid);
}
