import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { parseExactJson, writeExactJson } from './parse-exact-json.ts';

test.each<[string, Json]>([
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', 9007199254740992],
  ['9007199254740993', { $number: '9007199254740993' }],
  ['-12345678901234567890', { $number: '-12345678901234567890' }],
  ['{"id":[12345678901234567891,1]}', { id: [{ $number: '12345678901234567891' }, 1] }],
  ['123456789012345678.25', { $number: '123456789012345678.25' }],
  ['1e21', 1e21],
  ['1.50E3', 1500],
  ['1e400', { $number: '1e400' }],
  ['1e-400', { $number: '1e-400' }],
  ['0e-400', 0],
  ['0.30000000000000004', 0.30000000000000004],
  ['0.1000000000000000055', 0.1],
  ['"12345678901234567890"', '12345678901234567890'],
])('%s', (text, expected) => {
  expect(parseExactJson(text)).toEqual(expected);
});

test('what looks like a marker is told from one', () => {
  expect(parseExactJson('{"$number":"7"}')).toEqual({ $$number: '7' });
  expect(parseExactJson('[{"\\u0024\\u006Fpaque":12345678901234567890,"$$number":1,"$other":2}]')).toEqual([
    { $$opaque: { $number: '12345678901234567890' }, $$$number: 1, $other: 2 },
  ]);
});

test('a key __proto__ stays data', () => {
  const value = parseExactJson('{"__proto__":{"$number":12345678901234567890}}');
  expect(JSON.stringify(value)).toBe('{"__proto__":{"$$number":{"$number":"12345678901234567890"}}}');
  expect('$$number' in {}).toBe(false);
});

test('no integer changes its digits', () => {
  fc.assert(
    fc.property(fc.bigInt(), (integer) => {
      const value = parseExactJson(`[${integer}]`);
      const exact = Number.isSafeInteger(Number(integer)) ? Number(integer) : undefined;
      if (exact !== undefined) expect(value).toEqual([exact]);
      else if (BigInt(Number(integer)) !== integer) expect(value).toEqual([{ $number: String(integer) }]);
    }),
  );
});

test('JSON without such numbers and keys is as JSON.parse has it', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const plain: Json = JSON.parse(text);
      if (!/[$]|\d{16}|e[+-]?\d/i.test(text)) expect(parseExactJson(text)).toEqual(plain);
    }),
  );
});

test.each([
  '{"id":[12345678901234567891,1e400,-0.5]}',
  '{"$number":"7","$$opaque":{"$number":9007199254740993}}',
  '{"__proto__":1}',
])('%s is written as it was', (text) => {
  expect(writeExactJson(parseExactJson(text))).toBe(text);
});
