import { expect, test } from 'vitest';
import { readSchemaMeanings } from './read-schema-meanings.ts';
import { findMeaning, readSchema, schemaPage } from './schema-page.ts';

test('every table and column of a fresh index has its meaning, and nothing else has one', async () => {
  const { tables, meanings } = await readSchema();
  expect([...meanings.keys()].toSorted()).toEqual(tables.map(({ name }) => name));
  const missing = tables.flatMap(({ name, columns }) => {
    const meaning = meanings.get(name);
    const bare = columns.filter((column) => findMeaning(meaning, column.name) === undefined);
    return [...(meaning?.meaning ? [] : [name]), ...bare.map((column) => `${name}.${column.name}`)];
  });
  expect(missing).toEqual([]);
  const gone = tables.flatMap(({ name, columns }) => {
    const there = new Set(['rowid', ...columns.map((column) => column.name)]);
    return [...(meanings.get(name)?.columns.keys() ?? [])].filter((column) => !there.has(column));
  });
  expect(gone).toEqual([]);
});

test('meanings are doc comments, on one line; other comments are none', () => {
  const meanings = readSchemaMeanings(`
    /** A thing,
     * kept. */
    type Thing = {
      /** Its key. */
      readonly id: number; // not this
      readonly bare: string };
    type StoreSchema = { readonly thing: Thing };`);
  expect(meanings).toEqual(
    new Map([
      [
        'thing',
        {
          meaning: 'A thing, kept.',
          columns: new Map([
            ['id', 'Its key.'],
            ['bare', ''],
          ]),
        },
      ],
    ]),
  );
});

test('the page has keys, indexes, triggers and the full-text table', async () => {
  const page = await schemaPage.generate();
  expect(page).toContain('- Primary key: `run_pk`, `event_id`');
  expect(page).toContain('- Unique: `namespace`, `workflow_id`, `run_id`');
  expect(page).toContain('- `run_pk, event_id` refers to `event (run_pk, event_id)`');
  expect(page).toContain('`CREATE INDEX run_by_status ON run');
  expect(page).toContain('`CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event');
  expect(page).toContain('| `rowid` | INTEGER |');
});
