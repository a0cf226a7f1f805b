import { expect, test } from 'vitest';
import { plainStyle } from './text-style.ts';
import { formatTable } from './text-table.ts';

const rows = [
  { cells: ['a', 'short', '[e1]'] },
  { cells: ['b', 'a cell that is far too long for the line', '[e2 e3]'] },
];

test('columns are as wide as their widest cell, without blanks at the end', () => {
  expect(formatTable(['x', 'y', 'z'], rows, plainStyle(100), '  ')).toBe(
    [
      '  x  y                                         z',
      '  a  short                                     [e1]',
      '  b  a cell that is far too long for the line  [e2 e3]',
    ].join('\n'),
  );
});

test('a cell that does not fit goes on below: nothing is cut off', () => {
  const text = formatTable(['x', 'y', 'z'], rows, plainStyle(40));
  expect(text.split('\n')).toEqual([
    'x  y                             z',
    'a  short                         [e1]',
    'b  a cell that is far too long   [e2 e3]',
    '   for the line',
  ]);
});

test('two wide columns give way together', () => {
  const wide = [{ cells: ['k', 'word '.repeat(12).trim(), 'word '.repeat(12).trim(), 'z'] }];
  const lines = formatTable(['', '', '', ''], wide, plainStyle(70)).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(70);
});

test('a line break in a cell begins no row', () => {
  const text = formatTable(['x'], [{ cells: ['a\n✓ forged  pass'] }], plainStyle());
  expect(text.split('\n')).toEqual(['x', 'a ⏎ ✓ forged  pass']);
});

test('a row is painted line by line', () => {
  const text = formatTable(['x'], [{ cells: ['a'], paint: (line) => `<${line}>` }], plainStyle());
  expect(text).toBe('x\n<a>');
});

test('a cell longer than any name is cut', () => {
  const text = formatTable(['x'], [{ cells: ['n'.repeat(2_000_000)] }], plainStyle());
  expect(text.length).toBeLessThan(1_100);
  expect(text.endsWith('n…')).toBe(true);
});
