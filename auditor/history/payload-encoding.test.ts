import { expect, test } from 'vitest';
import { isReadablePayload, needsData } from './payload-encoding.ts';

const KNOWN = [
  'json/plain',
  'json/protobuf',
  'binary/null',
  'binary/plain',
  'binary/encrypted',
  'text/plain',
];

test('names in clear are told from names in base64, also where they look like base64', () => {
  expect(KNOWN.filter((name) => !isReadablePayload(name, 'aGk='))).toEqual([]);
  const stored = [...KNOWN, 'mine', 'binary/null\n'].map((name) => btoa(name));
  expect([...stored, '6LK344GE', ''].filter((name) => isReadablePayload(name, 'BUY'))).toEqual([]);
});

test('of a name that may be either, the data decides', () => {
  const data = ['aGk=', '', null, undefined, 'BUY', 5, {}];
  expect(data.map((value) => isReadablePayload('mine', value))).toEqual([
    false,
    false,
    false,
    false,
    true,
    true,
    true,
  ]);
});

test('JSON is never empty', () => {
  expect(
    ['json/plain', 'json/protobuf', 'binary/null', 'binary/plain'].map((name) => needsData(btoa(name))),
  ).toEqual([true, true, false, false]);
});
