import { expect, test } from 'vitest';
import { openScratch } from './open-scratch.ts';
import { SCHEMA_VERSION } from './schema.ts';

test('an empty index of the newest schema, each its own', () => {
  const [one, other] = [openScratch(), openScratch()];
  one.db.exec("INSERT INTO worker (identity, build_id) VALUES ('a', 'b')");
  expect(one.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  expect(other.db.prepare('SELECT count(*) AS n FROM worker').get()).toEqual({ n: 0 });
  one.close();
  other.close();
});
