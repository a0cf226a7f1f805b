import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { parseScalar } from './parse-scalar.ts';

test.each<[string, Json, unknown]>([
  ['int64', '-9223372036854775808', '-9223372036854775808'],
  ['int64', 12, '12'],
  ['uint32', '4294967295', 4294967295],
  ['int32', 2, 2],
  ['bool', true, true],
  ['string', '', ''],
  ['double', 'NaN', Number.NaN],
  ['float', 0.1, 0.1],
  ['bytes', 'aGk=', Buffer.from('hi')],
])('%s %j', (type, value, expected) => {
  expect(parseScalar(type, value, 'x')).toEqual(expected);
});

test.each<[string, Json]>([
  ['int64', '9223372036854775808'],
  ['int64', '1.5'],
  ['int64', 1.5],
  ['int64', ''],
  ['int64', 9007199254740992],
  ['int64', { low: 1, high: 0 }],
  ['uint32', '-1'],
  ['int32', '2147483648'],
  ['bool', 'true'],
  ['string', 5],
  ['double', '1.5'],
  ['bytes', 'BUY!'],
  ['bytes', 'aGk'],
  ['bytes', 'aGl='],
  ['int32', 2147483648],
  ['uint32', -1],
  ['bytes', { type: 'Buffer', data: [104] }],
  ['string', null],
])('%s %j is refused with its path', (type, value) => {
  expect(() => parseScalar(type, value, 'a.b')).toThrow(
    expect.objectContaining({ code: 'history-invalid', message: expect.stringContaining('a.b') }),
  );
});
