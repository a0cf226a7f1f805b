import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from './migrations/migrate.ts';
import { toSearchRow } from './search-row.ts';
import { clearSearch, writeSearch } from './write-search.ts';

test('an event is found by its words until those of its run are cleared', () => {
  const db = new Database(':memory:');
  migrate(db);
  writeSearch(db, 3, [
    { eventId: 7, text: 'Kurs Müller 128.10' },
    { eventId: 8, text: '' },
  ]);
  const find = (words: string) => db.prepare('SELECT rowid FROM search WHERE search MATCH ?').all(words);
  expect(find('"muller"')).toEqual([{ rowid: toSearchRow(3, 7) }]);
  writeSearch(db, 4, [{ eventId: 7, text: 'Müller' }]);
  clearSearch(db, 3);
  expect(find('muller')).toEqual([{ rowid: toSearchRow(4, 7) }]);
});
