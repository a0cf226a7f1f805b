import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from './migrations/migrate.ts';
import { createWorkerIds } from './worker-ids.ts';

test('one number for one worker and its code, also from another transaction', () => {
  const db = new Database(':memory:');
  migrate(db);
  const ids = createWorkerIds(db);
  const first = ids.idOf('w@1', 'b');
  expect(ids.idOf('w@1', 'b')).toBe(first);
  expect(createWorkerIds(db).idOf('w@1', 'b')).toBe(first);
  expect(new Set([first, ids.idOf('w@1', 'c'), ids.idOf('w@2', 'b'), ids.idOf('w', '@1b')]).size).toBe(4);
});
