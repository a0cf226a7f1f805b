import Database from 'better-sqlite3';
import { migrate } from './migrations/migrate.ts';
import type { Store } from './open-store.ts';

/** An empty index for deriving something a second time beside what is stored; SQLite moves to a file of its own what is large. Close it. */
export function openScratch(): Store {
  const db = new Database('');
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  migrate(db);
  return { db, close: () => db.close() };
}
