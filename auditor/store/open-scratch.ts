import Database from 'better-sqlite3';
import { migrate } from './migrations/migrate.ts';
import type { Store } from './open-store.ts';

/** An empty index in memory, for deriving something a second time beside what is stored. Close it. */
export function openScratch(): Store {
  const db = new Database(':memory:');
  migrate(db);
  return { db, close: () => db.close() };
}
