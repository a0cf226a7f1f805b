import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { toBase64Text, toInt64Text } from './rewrite-scalar.ts';

test.each<[Json, Json]>([
  [{ low: 1, high: 0, unsigned: false }, '1'],
  [{ low: -1, high: -1, unsigned: false }, '-1'],
  [{ low: -1, high: -1, unsigned: true }, '18446744073709551615'],
  [{ low: 1, high: 2097152 }, '9007199254740993'],
  [
    { low: 'x', high: 0 },
    { low: 'x', high: 0 },
  ],
  ['5', '5'],
])('int64 %j', (value, expected) => {
  expect(toInt64Text(value)).toEqual(expected);
});

test.each<[Json, Json]>([
  [{ type: 'Buffer', data: [104, 105] }, 'aGk='],
  [{ '0': 104, '1': 105 }, 'aGk='],
  [[104, 105], 'aGk='],
  [{}, ''],
  [[256], [256]],
  [
    { type: 'Buffer', data: ['x'] },
    { type: 'Buffer', data: ['x'] },
  ],
  ['aGk=', 'aGk='],
])('bytes %j', (value, expected) => {
  expect(toBase64Text(value)).toEqual(expected);
});
