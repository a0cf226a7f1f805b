import { expect, test } from 'vitest';
import { tellingDamage, toIndexDamage } from './index-damage.ts';

const sqliteError = (code: string, message = '') => Object.assign(new Error(message), { code });

test.each([
  ['SQLITE_CORRUPT', 'database disk image is malformed'],
  ['SQLITE_CORRUPT_VTAB', ''],
  ['SQLITE_IOERR_SHORT_READ', 'disk I/O error'],
  ['SQLITE_ERROR', 'no such table: event'],
])('%s (%s) is damage', (code, message) => {
  const told = toIndexDamage(sqliteError(code, message));
  expect(told).toMatchObject({ code: 'index-damaged', cause: { code } });
  expect(told?.message).toContain('tickscope check');
});

test.each([
  sqliteError('SQLITE_BUSY'),
  sqliteError('SQLITE_NOTADB'),
  sqliteError('SQLITE_ERROR', 'fts5: syntax error'),
  new Error('x'),
  'SQLITE_CORRUPT',
])('%s is something else', (error) => {
  expect(toIndexDamage(error)).toBeUndefined();
});

test('what is thrown is told where it is damage, and stays itself where not', () => {
  const throwing = (error: Error) => () =>
    tellingDamage(() => {
      throw error;
    });
  expect(throwing(sqliteError('SQLITE_CORRUPT'))).toThrow('The index is damaged');
  expect(throwing(new Error('x'))).toThrow('x');
  expect(tellingDamage(() => 7)).toBe(7);
});
