import { expect, test } from 'vitest';
import { listSchema } from './list-schema.ts';
import { openScratch } from './open-scratch.ts';

test('tables, indexes and triggers are listed with what made them', () => {
  const { db, close } = openScratch();
  const parts = new Map(listSchema(db).map((part) => [part.name, part]));
  close();
  expect(parts.get('event_is_never_deleted')).toMatchObject({ kind: 'trigger', table: 'event', rootPage: 0 });
  expect(parts.get('run_by_start')).toMatchObject({
    kind: 'index',
    table: 'run',
    sql: expect.stringMatching(/^CREATE INDEX/),
  });
  expect(parts.get('sqlite_autoindex_run_1')?.sql).toBeUndefined();
});
