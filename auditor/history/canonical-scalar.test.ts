import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { isBase64, isDefaultScalar, shortestFloat, toCanonicalScalar } from './canonical-scalar.ts';

test.each<[string, Json, Json]>([
  ['int64', '9007199254740993', '9007199254740993'],
  ['int64', '-007', '-7'],
  ['int64', 12, '12'],
  ['int64', '-0', '0'],
  ['uint64', '18446744073709551615', '18446744073709551615'],
  ['int32', '7', 7],
  ['int32', -0, 0],
  ['uint32', 4294967295, 4294967295],
  ['float', 0.10000000149011612, 0.1],
  ['double', 0.1, 0.1],
  ['double', 'NaN', 'NaN'],
  ['bytes', 'aGk=', 'aGk='],
])('%s %j is %j', (type, value, expected) => {
  expect(toCanonicalScalar(type, value, () => 'x')).toBe(expected);
});

test.each<[string, Json, string]>([
  ['int64', 9007199254740992, 'a.b is a number beyond 2^53, which JSON readers round: write it as text.'],
  ['int64', '9223372036854775808', 'a.b is no int64.'],
  ['int64', '1e3', 'a.b is no int64.'],
  ['uint64', -1, 'a.b is no uint64.'],
  ['int32', 2147483648, 'a.b is no int32.'],
  ['int32', 1.5, 'a.b is no int32.'],
  ['double', Number.POSITIVE_INFINITY, 'a.b is no double.'],
  ['float', 1e300, 'a.b is no float.'],
  ['bytes', 'aGl=', 'a.b is no base64.'],
  ['group', 'x', 'a.b is no group.'],
])('%s %j: %s', (type, value, message) => {
  expect(() => toCanonicalScalar(type, value, () => 'a.b')).toThrow(
    expect.objectContaining({ code: 'history-invalid', message }),
  );
});

test('base64 is padded and has no stray bits', () => {
  expect(['', 'aA==', 'aGk=', 'aGkh', '+/+/'].map(isBase64)).toEqual([true, true, true, true, true]);
  expect(['a', 'aA', 'aB==', 'aGl=', 'a===', 'aA=A', 'aG-_', 'aGk=\n'].map(isBase64)).not.toContain(true);
});

test('defaults', () => {
  expect(['', 0, false].every((value) => isDefaultScalar('string', value))).toBe(true);
  expect(['x', 1, '0', true].some((value) => isDefaultScalar('string', value))).toBe(false);
  expect(isDefaultScalar('int64', '0')).toBe(true);
  expect(shortestFloat(16777216)).toBe(16777216);
});
