import { join } from 'node:path';
import Database from 'better-sqlite3';
import { toIndexDamage } from '../base/index-damage.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import { INDEX_FILE, refuseFile } from './index-file.ts';
import { makeFolder } from './make-folder.ts';
import { migrate } from './migrations/migrate.ts';

/** A connection that may write. Close it. */
export type Store = { readonly db: Database.Database; readonly close: () => void };

/** Longest wait for another writer. Transactions are a few milliseconds long; this is for a machine that swaps. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * Opens the index of a data folder for writing; makes folder, file and tables where they are missing.
 *
 * Throws: TickscopeError `schema-too-new`, `index-damaged`, or `index-unusable` when the file is not an index.
 */
export function openStore(dataFolder: string): Store {
  const file = join(dataFolder, INDEX_FILE);
  refuseFile(dataFolder);
  try {
    makeFolder(dataFolder);
    const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      prepare(db);
    } catch (error) {
      db.close();
      throw error;
    }
    return { db, close: () => db.close() };
  } catch (error) {
    if (error instanceof TickscopeError) throw error;
    const damage = toIndexDamage(error);
    if (damage !== undefined) throw damage;
    const why = error instanceof Error ? error.message : String(error);
    throw new TickscopeError(
      'index-unusable',
      `${file} cannot be opened: ${why}. If it may not be accessed, mend that; if it is no index, move it aside and pull again, but keep it: what Temporal no longer holds is only there.`,
      {
        cause: error,
      },
    );
  }
}

function prepare(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  // With WAL a power cut may lose the last transactions, never the file; the follower pulls them again.
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  migrate(db);
}
