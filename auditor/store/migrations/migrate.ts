import type { Database } from 'better-sqlite3';
import { readSchemaVersion, refuseNewerSchema } from '../schema-version.ts';
import { ALL_MIGRATIONS } from './all-migrations.ts';

/**
 * Brings an index to the newest schema, each step in a transaction of its own.
 *
 * Throws: TickscopeError `schema-too-new` when a later version of Tickscope wrote the index.
 */
export function migrate(db: Database, migrations: readonly string[] = ALL_MIGRATIONS): void {
  refuseNewerSchema(readSchemaVersion(db), migrations.length);
  for (const [index, sql] of migrations.entries()) {
    db.transaction(() => {
      // Asked again inside the write lock: another process may have migrated meanwhile.
      if (readSchemaVersion(db) > index) return;
      db.exec(sql);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
}
