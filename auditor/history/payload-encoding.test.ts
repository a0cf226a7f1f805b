import { expect, test } from 'vitest';
import { isReadableEncoding, needsData } from './payload-encoding.ts';

test('names in clear are told from names in base64, also where they look like base64', () => {
  const clear = [
    'json/plain',
    'json/protobuf',
    'binary/null',
    'binary/plain',
    'binary/encrypted',
    'text/plain',
    'mine',
  ];
  expect(clear.filter((name) => !isReadableEncoding(name))).toEqual([]);
  expect([...clear.map((name) => btoa(name)), btoa('binary/null\n'), ''].filter(isReadableEncoding)).toEqual(
    [],
  );
});

test('JSON is never empty', () => {
  expect(
    ['json/plain', 'json/protobuf', 'binary/null', 'binary/plain'].map((name) => needsData(btoa(name))),
  ).toEqual([true, true, false, false]);
});
