import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import { LONGEST_CURSOR, parseCursor, toCursor } from './cursor.ts';

const place = z.tuple([z.int(), z.string()]);

test('a cursor comes back as the place that it was made of, and fits into an address', () => {
  fc.assert(
    fc.property(fc.integer(), fc.string({ unit: 'grapheme', maxLength: 50 }), (number, text) => {
      const cursor = toCursor('runs', [number, text]);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(parseCursor('runs', place, cursor)).toEqual([number, text]);
    }),
  );
});

test('any other text is wrong usage', () => {
  const others = [
    '',
    'W10',
    'bnVsbA',
    toCursor('ticks', [1, 'a']),
    toCursor('runs', [1]),
    'a'.repeat(LONGEST_CURSOR + 1),
  ];
  for (const cursor of others) {
    expect(() => parseCursor('runs', place, cursor)).toThrow(/not one of this list/);
  }
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        parseCursor('runs', place, text);
      } catch (error) {
        expect(error).toBeInstanceOf(TickscopeError);
      }
    }),
  );
});
