import type { Database } from 'better-sqlite3';
import { readSchemaVersion, refuseNewerSchema } from '../schema-version.ts';
import { ALL_MIGRATIONS, type Migration } from './all-migrations.ts';

/**
 * Brings an index to the newest schema, each step in a transaction of its own.
 *
 * Throws: TickscopeError `schema-too-new` when a later version of Tickscope wrote the index.
 */
export function migrate(db: Database, migrations: readonly Migration[] = ALL_MIGRATIONS): void {
  refuseNewerSchema(readSchemaVersion(db), migrations.length);
  for (const [index, step] of migrations.entries()) {
    // Asked before, too: a reader of an index that is up to date need not wait for a writer.
    if (readSchemaVersion(db) > index) continue;
    db.transaction(() => {
      // Asked again inside the write lock: another process may have migrated meanwhile.
      if (readSchemaVersion(db) > index) return;
      if (typeof step === 'string') db.exec(step);
      else step(db);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
}
