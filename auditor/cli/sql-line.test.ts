import { expect, test } from 'vitest';
import { readSqlLine } from './sql-line.ts';

test.each([
  ['', { kind: 'empty' }],
  [' \n', { kind: 'empty' }],
  ['.tables', { kind: 'command', name: 'tables' }],
  ['.schema run\n', { kind: 'command', name: 'schema', argument: 'run' }],
  ['SELECT 1', { kind: 'more' }],
  ['SELECT 1;\n', { kind: 'statement', sql: 'SELECT 1;' }],
  ["SELECT ';", { kind: 'more' }],
  ["SELECT ';\n';", { kind: 'statement', sql: "SELECT ';\n';" }],
  ['SELECT 1 -- ;', { kind: 'more' }],
  ['SELECT 1; -- done', { kind: 'statement', sql: 'SELECT 1; -- done' }],
  ['SELECT 1 /* a;\n', { kind: 'more' }],
])('%j', (text, expected) => expect(readSqlLine(text)).toEqual(expected));
