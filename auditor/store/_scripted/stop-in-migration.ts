import { writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { INDEX_FILE } from '../index-file.ts';
import { ALL_MIGRATIONS, type Migration } from '../migrations/all-migrations.ts';
import { migrate } from '../migrations/migrate.ts';

// A process of its own that does the work of a migration, says so, and stands still before it is committed, to be killed there.
const LIMIT_MS = 60_000;

const toStopping =
  (step: Migration): Migration =>
  (db) => {
    if (typeof step === 'string') db.exec(step);
    else step(db);
    writeSync(1, 'in the middle');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LIMIT_MS);
  };

migrate(new Database(join(process.argv[2] ?? '', INDEX_FILE)), ALL_MIGRATIONS.map(toStopping));
