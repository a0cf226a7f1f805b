import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '../model/history-event.ts';
import { decodePayload, isPayload, isReadable } from './payload.ts';

const toBase64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const payload = (encoding: string, data?: string) => ({
  metadata: { encoding: toBase64(encoding) },
  ...(data === undefined ? {} : { data }),
});

test('json/plain and json/protobuf give their value', () => {
  expect(decodePayload(payload('json/plain', toBase64('{"a":[1,null]}')))).toEqual({
    kind: 'value',
    value: { a: [1, null] },
  });
  expect(decodePayload(payload('json/protobuf', toBase64('"x"')))).toEqual({ kind: 'value', value: 'x' });
});

test('binary/null is null, binary/plain and unknown encodings keep their bytes', () => {
  expect(decodePayload(payload('binary/null'))).toEqual({ kind: 'value', value: null });
  const bytes = new Uint8Array([0, 255, 7]);
  expect(decodePayload(payload('binary/plain', toBase64(bytes)))).toEqual({
    kind: 'opaque',
    encoding: 'binary/plain',
    bytes,
  });
});

test('a protobuf message is named, an encrypted payload says what it lacks', () => {
  const bytes = new Uint8Array([8, 1]);
  const message = payload('binary/protobuf', toBase64(bytes));
  const named = { ...message, metadata: { ...message.metadata, messageType: toBase64('desk.v1.Order') } };
  expect(decodePayload(named)).toEqual({
    kind: 'opaque',
    encoding: 'binary/protobuf',
    bytes,
    messageType: 'desk.v1.Order',
  });
  expect(decodePayload(payload('binary/encrypted', toBase64(bytes)))).toMatchObject({
    encoding: 'binary/encrypted',
    note: 'encrypted; no codec is configured',
  });
});

test('only what a codec has made needs one', () => {
  const own = ['json/plain', 'json/protobuf', 'binary/null', 'binary/plain', 'binary/protobuf'];
  expect(own.filter((encoding) => !isReadable(payload(encoding)))).toEqual([]);
  expect(isReadable(payload('binary/encrypted'))).toBe(false);
  expect(isReadable(payload('binary/zlib'))).toBe(false);
});

test('an integer beyond 2^53 keeps its digits', () => {
  expect(decodePayload(payload('json/plain', toBase64('{"orderId":12345678901234567891}')))).toEqual({
    kind: 'value',
    value: { orderId: { $number: '12345678901234567891' } },
  });
});

test('what is no base64, no UTF-8 or no JSON stays opaque and says why', () => {
  expect(decodePayload(payload('json/plain', '%%%'))).toMatchObject({
    kind: 'opaque',
    note: 'the data is not base64',
  });
  for (const data of [toBase64('{'), toBase64(new Uint8Array([0xff, 0x22])), '']) {
    expect(decodePayload(payload('json/plain', data))).toMatchObject({
      kind: 'opaque',
      note: 'the data is not JSON in UTF-8',
    });
  }
});

test('a value too deep to be written again stays opaque', () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  expect(decodePayload(payload('json/plain', toBase64(deep)))).toMatchObject({
    kind: 'opaque',
    note: 'the value nests deeper than 500 levels',
  });
});

test('a key __proto__ stays data and changes no prototype', () => {
  const content = decodePayload(payload('json/plain', toBase64('{"__proto__":{"polluted":true}}')));
  if (content.kind !== 'value') throw new Error('expected a value');
  expect(Object.keys(Object(content.value))).toEqual(['__proto__']);
  expect('polluted' in {}).toBe(false);
});

test('a memo whose keys are called metadata and data is no payload', () => {
  const inner = payload('json/plain', toBase64('1'));
  expect(isPayload(inner)).toBe(true);
  expect(isPayload({ metadata: inner, data: inner })).toBe(false);
  expect(isPayload({ metadata: { encoding: 7 } })).toBe(false);
  expect(isPayload([])).toBe(false);
  expect(isPayload(null)).toBe(false);
});

test('any JSON value comes back, any bytes never throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      // Others have forms of their own: parse-exact-json.test.ts.
      fc.pre(!/\d{16}|\$/.test(text));
      const expected: Json = JSON.parse(text);
      expect(decodePayload(payload('json/plain', toBase64(text)))).toEqual({
        kind: 'value',
        value: expected,
      });
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.option(fc.string()), (encoding, data) => {
      const content = decodePayload({ metadata: { encoding }, ...(data === null ? {} : { data }) });
      expect(['value', 'opaque']).toContain(content.kind);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      decodePayload(payload('json/plain', toBase64(bytes)));
    }),
  );
});

test('exactly what is standard, padded base64 is read as such', () => {
  const pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
  const text = fc.string({ unit: fc.constantFrom(...'AZaz09+/=-_ \n$é'), maxLength: 12 });
  fc.assert(
    fc.property(text, (data) => {
      const content = decodePayload(payload('binary/plain', data));
      const isRefused = content.kind === 'opaque' && content.note === 'the data is not base64';
      expect(isRefused).toBe(!pattern.test(data));
    }),
    { numRuns: 2_000 },
  );
});
