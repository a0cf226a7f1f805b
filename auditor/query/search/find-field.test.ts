import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { findField } from './find-field.ts';
import { parseField } from './parse-field.ts';

const matches = (value: Json, text: string) =>
  findField(value, parseField(text) ?? expect.fail()) !== undefined;

test('numbers as numbers, texts as texts, anywhere inside, also in JSON that is a text', () => {
  const value = { input: [{ order: { qty: 40, side: 'BUY' } }, '{"price":128.5}'] };
  expect(matches(value, 'qty>9')).toBe(true);
  expect(matches(value, 'order.qty=40')).toBe(true);
  expect(matches(value, 'input.qty=40')).toBe(false);
  expect(matches(value, 'price>=128.5')).toBe(true);
  expect(matches(value, 'side!=SELL')).toBe(true);
  expect(matches(value, 'side>1')).toBe(false);
  expect(matches(value, 'missing!=1')).toBe(false);
});

test('any value and any condition end soon, without an error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(typeof matches(JSON.parse(JSON.stringify(value)), 'a.b>1')).toBe('boolean');
    }),
  );
  expect(
    matches(
      Array.from({ length: 100_000 }, (_, at) => ({ a: at })),
      'a=99999',
    ),
  ).toBe(false);
});
