import type { Store } from '../../auditor/store/open-store.ts';

export type Column = {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
};
export type Reference = {
  readonly from: string;
  readonly table: string;
  readonly to: string;
  readonly id: number;
};

/** A table as a fresh index has it. */
export type Table = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
  /** `CREATE …` of what belongs to it: indexes, then triggers. */
  readonly additions: readonly string[];
  /** Columns that are unique together, beside the primary key. */
  readonly uniques: readonly (readonly string[])[];
};

/** Tables of an index. Order: by name. Left out: what FTS5 keeps for itself. */
export function listTables({ db }: Store): readonly Table[] {
  const names = db
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
       AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all();
  return names.map(({ name }) => ({
    name,
    columns: db
      .prepare<[string], Column>(
        'SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?) WHERE hidden = 0',
      )
      .all(name),
    references: db
      .prepare<[string], Reference>(
        'SELECT id, "from", "table", "to" FROM pragma_foreign_key_list(?) ORDER BY id, seq',
      )
      .all(name),
    additions: listAdditions(db, name),
    uniques: listUniques(db, name),
  }));
}

const listAdditions = (db: Store['db'], table: string): readonly string[] =>
  db
    .prepare<[string], { sql: string }>(
      `SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL
       ORDER BY type, name`,
    )
    .all(table)
    .map(({ sql }) => sql.replace(/\s+/g, ' '));

const listUniques = (db: Store['db'], table: string): readonly (readonly string[])[] =>
  db
    .prepare<[string], { name: string }>(
      `SELECT name FROM pragma_index_list(?) WHERE origin = 'u' ORDER BY seq`,
    )
    .all(table)
    .map(({ name }) =>
      db
        .prepare<[string], { name: string }>('SELECT name FROM pragma_index_info(?) ORDER BY seqno')
        .all(name)
        .map((column) => column.name),
    );
