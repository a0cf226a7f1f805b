import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { toStoredPayload } from './rewrite-payload.ts';

const PLAIN = { encoding: btoa('json/plain') };

test.each<[Json, Json, string]>([
  [{ metadata: PLAIN, data: btoa('1') }, { metadata: PLAIN, data: btoa('1') }, 'stored'],
  [
    { metadata: { encoding: 'json/plain' }, data: 'BUY' },
    { metadata: PLAIN, data: btoa('"BUY"') },
    'readable',
  ],
  [{ metadata: { encoding: 'json/plain' }, data: null }, { metadata: PLAIN, data: btoa('null') }, 'readable'],
  [{ metadata: { encoding: 'binary/null' } }, { metadata: { encoding: btoa('binary/null') } }, 'readable'],
  [
    { metadata: { encoding: 'json/plain', type: 'Keyword' }, data: [1] },
    { metadata: { ...PLAIN, type: btoa('Keyword') }, data: btoa('[1]') },
    'readable',
  ],
  ['BUY', { metadata: PLAIN, data: btoa('"BUY"') }, 'value'],
  [{ a: 1 }, { metadata: PLAIN, data: btoa('{"a":1}') }, 'value'],
  [null, { metadata: { encoding: btoa('binary/null') } }, 'value'],
  [{}, {}, 'stored'],
  [{ data: 'aGk=', $unknown: [] }, { data: 'aGk=', $unknown: [] }, 'stored'],
])('%j', (value, payload, form) => {
  expect(toStoredPayload(value, 'as-stored')).toEqual({ payload, form });
});

test('an empty object is a value where values are shown', () => {
  expect(toStoredPayload({}, 'as-values')).toEqual({
    payload: { metadata: PLAIN, data: btoa('{}') },
    form: 'value',
  });
});

test('text of other alphabets keeps its bytes', () => {
  const { payload } = toStoredPayload('買い', 'as-stored');
  expect(payload).toEqual({ metadata: PLAIN, data: Buffer.from('"買い"').toString('base64') });
});

test('numbers that were rounded when they were read, and nesting without end', () => {
  expect(() => toStoredPayload([2 ** 53], 'as-values')).toThrow(/beyond 2\^53/);
  expect(() => toStoredPayload(JSON.parse('['.repeat(600) + ']'.repeat(600)), 'as-values')).toThrow(
    /nested deeper/,
  );
});
