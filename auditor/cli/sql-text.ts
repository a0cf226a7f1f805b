import type { SqlRows } from '../store/open-sql.ts';
import { toTerminalText } from './terminal-text.ts';
import { type TextStyle, toOneLine } from './text-style.ts';
import { formatTable } from './text-table.ts';

/** Longest that a cell of the table is; `--json` and `--csv` have it whole. */
const CELL_CHARS = 160;

/** Rows as a table, long cells shortened; NULL is empty. */
export function formatSqlTable({ columns, rows }: SqlRows, style: TextStyle): string {
  if (rows.length === 0) return 'No rows.\n';
  const table = rows.map((row) => ({ cells: row.map(toCell) }));
  return `${formatTable(columns, table, style)}\n`;
}

/** Rows as objects by column. */
export const toSqlObjects = ({ columns, rows }: SqlRows): readonly Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));

/** Rows as CSV with a line of names. Source: RFC 4180. */
export const formatSqlCsv = ({ columns, rows }: SqlRows): string =>
  [columns, ...rows].map((row) => `${row.map(toField).join(',')}\r\n`).join('');

/** `CREATE …` statements, each as SQLite keeps it. */
export const formatSchema = ({ rows }: SqlRows): string =>
  rows.map(([sql]) => `${toTerminalText(String(sql))};\n`).join('');

/** What is said when rows are left out. Absent when: none are. */
export const formatCut = ({ rows, isCut }: SqlRows): string | undefined =>
  isCut ? `${rows.length} rows are shown; there are more: give --limit, or LIMIT and OFFSET.` : undefined;

function toCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return text.length <= CELL_CHARS ? text : `${toOneLine(text.slice(0, CELL_CHARS - 1))}…`;
}

function toField(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
