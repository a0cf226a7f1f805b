import { expect, test } from 'vitest';
import { formatCut, formatSqlCsv, formatSqlTable, toSqlObjects } from './sql-text.ts';
import { plainStyle } from './text-style.ts';

const answer = (rows: readonly (readonly (string | number | null)[])[], isCut = false) => ({
  columns: ['a', '__proto__'],
  rows,
  isCut,
});

test('a table: long cells shortened, what would move the cursor shown', () => {
  const text = formatSqlTable(
    answer([
      [1, null],
      ['\u001b[2J', 'x'.repeat(500)],
    ]),
    plainStyle(400),
  );
  expect(text).toContain('\\u001b[2J');
  expect(text).toContain(`${'x'.repeat(159)}…\n`);
  expect(formatSqlTable(answer([]), plainStyle())).toBe('No rows.\n');
});

test('CSV: quotes, separators and line breaks', () => {
  expect(
    formatSqlCsv(
      answer([
        ['a"b', 'c,d'],
        [null, 'e\nf'],
      ]),
    ),
  ).toBe('a,__proto__\r\n"a""b","c,d"\r\n,"e\nf"\r\n');
});

test('objects keep every column as their own', () => {
  expect(Object.entries(toSqlObjects(answer([[1, 'x']]))[0] ?? {})).toEqual([
    ['a', 1],
    ['__proto__', 'x'],
  ]);
});

test('rows left out are said', () => {
  expect(formatCut(answer([[1, 2]], true))).toBe(
    '1 rows are shown; there are more: give --limit, or LIMIT and OFFSET.',
  );
  expect(formatCut(answer([]))).toBeUndefined();
});
