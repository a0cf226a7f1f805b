import type { SqlStatement } from '../../store/open-sql.ts';

/** Rows of a listing: an index has a dozen tables. */
const LIMIT = 1000;

/** Asks for the tables of the index; FTS5's own are left out. */
export const TABLES_STATEMENT: SqlStatement = {
  sql: `SELECT name AS "table", (SELECT count(*) FROM pragma_table_info(pragma_table_list.name)) AS "columns" FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')
    AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  limit: LIMIT,
};

/** Asks for the statements that make a table with its indexes and triggers, or every table. */
export const toSchemaStatement = (table?: string): SqlStatement => ({
  sql: `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
    ${table === undefined ? '' : 'AND tbl_name = ?'} ORDER BY tbl_name, type = 'table' DESC, name`,
  ...(table === undefined ? {} : { parameters: [table] }),
  limit: LIMIT,
});
