import type { Database } from 'better-sqlite3';
import { openDatabaseReadOnly } from './open-read-only.ts';

/** A cell of an answer: integers beyond 2^53 and infinities as text, bytes as hex. */
type SqlValue = string | number | null;

/** Rows of a statement; a column of a name that came before has `_2`, `_3`, … */
export type SqlRows = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  /** Whether there are more rows than are kept. */
  readonly isCut: boolean;
};

/** `invalid`: SQLite's own words, or why the statement is not run. */
type SqlOutcome =
  | ({ readonly kind: 'rows' } & SqlRows)
  | { readonly kind: 'invalid'; readonly reason: string };

export type SqlStatement = {
  readonly sql: string;
  readonly parameters?: readonly string[];
  /** At most this many rows are kept. */
  readonly limit: number;
};

/** A function of a run's key and an event id, for statements to call. */
export type SqlEventFunction = (runPk: number, eventId: number) => string | null;

/** A connection for statements that a user wrote. Close it. */
export type Sql = { readonly run: (statement: SqlStatement) => SqlOutcome; readonly close: () => void };

/** Characters of all cells together: what is kept of an answer fits into memory however wide its rows are. */
const MAX_CHARS = 32_000_000;

/** What SQLite may hold at once: a statement that builds a text of a gigabyte fails instead of taking the machine's memory. */
const MAX_HEAP_BYTES = 512 * 1024 * 1024;

/**
 * Opens the index for statements that a user wrote: they can read, and nothing else.
 *
 * Throws: as `openReadOnly`.
 */
export function openSql(dataFolder: string, functions: ReadonlyMap<string, SqlEventFunction>): Sql {
  const db = openDatabaseReadOnly(dataFolder);
  db.pragma('query_only = 1');
  db.pragma('trusted_schema = 0');
  db.pragma(`hard_heap_limit = ${MAX_HEAP_BYTES}`);
  for (const [name, call] of functions) {
    db.function(name, { deterministic: true, directOnly: true }, (runPk: unknown, eventId: unknown) =>
      isId(runPk) && isId(eventId) ? call(Number(runPk), Number(eventId)) : null,
    );
  }
  return { run: (statement) => runStatement(db, statement), close: () => db.close() };
}

const isId = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

function runStatement(db: Database, { sql, parameters = [], limit }: SqlStatement): SqlOutcome {
  try {
    const statement = db.prepare<unknown[], unknown[]>(sql);
    if (!statement.reader || !statement.readonly)
      return { kind: 'invalid', reason: 'only statements that read are run' };
    const names = statement.columns().map(({ name }) => name);
    const rows = statement
      .raw()
      .safeIntegers()
      .iterate(...parameters);
    return { kind: 'rows', columns: toUniqueNames(names), ...keepRows(rows, limit) };
  } catch (error) {
    return { kind: 'invalid', reason: error instanceof Error ? error.message : String(error) };
  }
}

function keepRows(rows: Iterable<readonly unknown[]>, limit: number): Pick<SqlRows, 'rows' | 'isCut'> {
  const kept: (readonly SqlValue[])[] = [];
  let chars = 0;
  for (const row of rows) {
    const cells = row.map(toSqlValue);
    for (const cell of cells) chars += String(cell).length;
    if (kept.length >= limit || (chars > MAX_CHARS && kept.length > 0)) return { rows: kept, isCut: true };
    kept.push(cells);
  }
  return { rows: kept, isCut: false };
}

function toSqlValue(value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (typeof value === 'bigint')
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  return Number.isFinite(value) && typeof value === 'number' ? value : String(value);
}

function toUniqueNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let count = 2; used.has(unique); count += 1) unique = `${name}_${count}`;
    used.add(unique);
    return unique;
  });
}
