import type { Database } from 'better-sqlite3';

/** A table, index or trigger of a database, as SQLite keeps it. */
export type SchemaPart = {
  readonly kind: string;
  readonly name: string;
  readonly table: string;
  /** Page that its tree begins at; 0: it has none. */
  readonly rootPage: number;
  /** Absent when: SQLite made it by itself. */
  readonly sql?: string;
};

type Row = Omit<SchemaPart, 'sql'> & { readonly sql: string | null };

/** All tables, indexes, triggers and views. Order: by name. */
export function listSchema(db: Database): readonly SchemaPart[] {
  const rows = db.prepare<[], Row>(
    'SELECT type AS kind, name, tbl_name AS "table", rootpage AS rootPage, sql FROM sqlite_schema ORDER BY name',
  );
  return rows.all().map(({ sql, ...part }) => ({ ...part, ...(sql === null ? {} : { sql }) }));
}
