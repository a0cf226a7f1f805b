import { readFile } from 'node:fs/promises';
import { INDEX_FILE } from '../../auditor/store/index-file.ts';
import { openScratch } from '../../auditor/store/open-scratch.ts';
import { SCHEMA_VERSION } from '../../auditor/store/schema.ts';
import type { GeneratedPage } from './generated-page.ts';
import { type Column, listTables, type Reference, type Table } from './list-tables.ts';
import { readSchemaMeanings, type TableMeaning } from './read-schema-meanings.ts';

const SCHEMA_FILE = new URL('../../auditor/store/schema.ts', import.meta.url);

/** What a column of this name means wherever it stands; a comment of its own says it in its stead. */
const RECURRING: ReadonlyMap<string, string> = new Map([
  ['run_pk', '`id` of the run.'],
  ['event_id', 'Id of the event within its run, from 1.'],
  ['first_event_id', 'First event that belongs to it.'],
  ['last_event_id', 'Last event that belongs to it.'],
  ['tick', 'Number of the tick, counted along the run chain.'],
  ['attempt', 'Number of the last attempt, from 1. Null: unknown.'],
  ['duration_ms', 'From its first to its last event, in milliseconds. Null: not closed.'],
  ['started_at_micros', 'When it began, microseconds since 1970 UTC.'],
]);

const HEAD = `<!-- Written by npm run docs, from auditor/store/schema.ts and a fresh index. -->

# The index

\`${INDEX_FILE}\` in the data folder is an SQLite file, schema ${SCHEMA_VERSION}. \`tickscope sql\` reads it; so may any other program that does not write.
What is stored of events is append-only; what is derived from them is rebuilt by \`tickscope reindex\`, and its columns change with the schema's number.
\`event_json(run_pk, event_id)\` and \`decoded_json(run_pk, event_id)\` exist in \`tickscope sql\` alone: an event as stored, and with its payloads decoded and secrets left out.
`;

/** docs/schema.md: tables and columns of the index, with their meaning. */
export const schemaPage: GeneratedPage = {
  path: 'docs/schema.md',
  generate: async () => {
    const { tables, meanings } = await readSchema();
    return [HEAD, ...tables.map((table) => toSection(table, meanings.get(table.name)))].join('\n');
  },
};

/** Tables of a fresh index, and what is said of them. */
export async function readSchema() {
  const store = openScratch();
  try {
    return { tables: listTables(store), meanings: readSchemaMeanings(await readFile(SCHEMA_FILE, 'utf8')) };
  } finally {
    store.close();
  }
}

/** What a column means. Absent when: nobody says it. */
export const findMeaning = (meaning: TableMeaning | undefined, column: string): string | undefined =>
  meaning?.columns.get(column) || RECURRING.get(column);

function toSection(table: Table, meaning: TableMeaning | undefined): string {
  const columns = withRowid(table, meaning).map((column) => toRow(column, findMeaning(meaning, column.name)));
  const notes = [...toKeyNotes(table), ...table.additions.map((sql) => `- \`${sql}\``)];
  return [
    `## ${table.name}\n`,
    `${meaning?.meaning ?? ''}\n`,
    ['| column | type | null | |', '|---|---|---|---|', ...columns].join('\n'),
    ...(notes.length === 0 ? [] : ['', notes.join('\n')]),
    '',
  ].join('\n');
}

/** A full-text table has its key as `rowid`, which SQLite does not list. */
function withRowid({ columns }: Table, meaning: TableMeaning | undefined): readonly Column[] {
  if (meaning?.columns.has('rowid') !== true) return columns;
  return [{ name: 'rowid', type: 'INTEGER', notnull: 1, pk: 1 }, ...columns];
}

function toRow({ name, type, notnull, pk }: Column, meaning = ''): string {
  const text = meaning.replaceAll('|', '\\|');
  return `| \`${name}\` | ${type || 'TEXT'} | ${notnull === 1 || pk > 0 ? '' : 'null'} | ${text} |`;
}

function toKeyNotes({ columns, references, uniques }: Table): readonly string[] {
  const keys = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  return [
    ...(keys.length === 0 ? [] : [`- Primary key: ${keys.map(({ name }) => `\`${name}\``).join(', ')}`]),
    ...uniques.map((names) => `- Unique: ${names.map((name) => `\`${name}\``).join(', ')}`),
    ...[...Map.groupBy(references, ({ id }) => id).values()].map(toReferenceNote),
  ];
}

function toReferenceNote(parts: readonly Reference[]): string {
  const from = parts.map((part) => part.from).join(', ');
  return `- \`${from}\` refers to \`${parts[0]?.table ?? ''} (${parts.map(({ to }) => to).join(', ')})\``;
}
