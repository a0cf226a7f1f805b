import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { tellingDamage, toIndexDamage } from '../base/index-damage.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import { INDEX_FILE, refuseFile } from './index-file.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { readSchemaVersion, refuseNewerSchema } from './schema-version.ts';

/** A connection that cannot write. Queries are built with `storeQuery` and run here, at once; they throw `index-damaged` where the index is. */
export type ReadOnlyStore = {
  readonly all: <Row>(query: Compilable<Row>) => Row[];
  readonly first: <Row>(query: Compilable<Row>) => Row | undefined;
  /** Changes whenever another connection has committed. */
  readonly dataVersion: () => number;
  readonly close: () => void;
};

/**
 * Opens the index of a data folder for reading.
 *
 * Throws: TickscopeError `index-missing`, `schema-too-new`, `index-unusable` or `index-damaged`.
 */
export function openReadOnly(dataFolder: string): ReadOnlyStore {
  const db = openDatabaseReadOnly(dataFolder);
  const prepare = createPreparer(db);
  return {
    all: <Row>(query: Compilable<Row>): Row[] => {
      const { sql, parameters } = query.compile();
      return tellingDamage(() => prepare(sql).all(...parameters));
    },
    first: <Row>(query: Compilable<Row>): Row | undefined => {
      const { sql, parameters } = query.compile();
      return tellingDamage(() => prepare(sql).get(...parameters));
    },
    dataVersion: () => Number(db.pragma('data_version', { simple: true })),
    close: () => {
      db.close();
    },
  };
}

/** A search asks the same of run after run; the texts of strangers' filters are not kept for ever. */
const MOST_STATEMENTS = 200;

/** Prepares each text of SQL once. Its rows are of the type that whoever built the query knows: `never` fits all. */
function createPreparer(db: Database.Database): (sql: string) => Database.Statement<unknown[], never> {
  const known = new Map<string, Database.Statement<unknown[], never>>();
  return (sql) => {
    const found = known.get(sql);
    if (found !== undefined) return found;
    if (known.size === MOST_STATEMENTS) known.clear();
    const statement = db.prepare<unknown[], never>(sql);
    known.set(sql, statement);
    return statement;
  };
}

/** The bare connection, for those who look at every row. Throws: as `openReadOnly`. Close it. */
export function openDatabaseReadOnly(dataFolder: string): Database.Database {
  const file = join(dataFolder, INDEX_FILE);
  refuseFile(dataFolder);
  if (!existsSync(file)) throw indexMissing(file);
  return openFile(file);
}

function openFile(file: string): Database.Database {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    checkSchema(db, file);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof TickscopeError) throw error;
    throw toIndexDamage(error) ?? toUnusable(file, error);
  }
}

function toUnusable(file: string, cause: unknown): TickscopeError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new TickscopeError(
    'index-unusable',
    `${file} cannot be read: ${why}. If it may not be accessed, mend that; if it is no index, move it aside and pull again, but keep it: what Temporal no longer holds is only there.`,
    { cause },
  );
}

function checkSchema(db: Database.Database, file: string): void {
  const version = readSchemaVersion(db);
  if (version === 0) throw indexMissing(file);
  refuseNewerSchema(version, SCHEMA_VERSION);
  if (version === SCHEMA_VERSION) return;
  throw new TickscopeError(
    'index-unusable',
    `This index has schema ${version}; this version reads ${SCHEMA_VERSION}. Try: tickscope reindex`,
  );
}

function indexMissing(file: string): TickscopeError {
  return new TickscopeError(
    'index-missing',
    `There is no index at ${file}. Try: tickscope pull <workflow-id>, or tickscope import <file>`,
  );
}
