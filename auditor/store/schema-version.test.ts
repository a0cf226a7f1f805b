import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readSchemaVersion, refuseNewerSchema } from './schema-version.ts';

test('an empty database has schema 0', () => {
  expect(readSchemaVersion(new Database(':memory:'))).toBe(0);
});

test('only a newer schema is refused', () => {
  expect(() => refuseNewerSchema(7, 7)).not.toThrow();
  expect(() => refuseNewerSchema(9, 7)).toThrow(
    'This index has schema 9; this version reads up to 7. Update tickscope.',
  );
});
