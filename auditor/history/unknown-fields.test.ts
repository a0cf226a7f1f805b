import protobuf from 'protobufjs';
import { afterEach, expect, test } from 'vitest';
import { HISTORY_EVENT } from './temporal-descriptors.ts';
import { keepUnknownFields, toUnknownFields } from './unknown-fields.ts';

afterEach(() => {
  protobuf.Reader.discardUnknown = true;
});

const WIRE = protobuf.Writer.create()
  .uint32((5000 << 3) | 0)
  .uint32(300)
  .uint32((5001 << 3) | 1)
  .fixed64(1)
  .finish();

test('keeps number, wire type and value, in the order of the wire', () => {
  keepUnknownFields();
  expect(toUnknownFields(HISTORY_EVENT.decode(WIRE))).toEqual([
    { no: 5000, wire: 0, data: 'rAI=' },
    { no: 5001, wire: 1, data: 'AQAAAAAAAAA=' },
  ]);
});

test('absent when the decoder dropped them or there were none', () => {
  expect(toUnknownFields(HISTORY_EVENT.decode(WIRE))).toBeUndefined();
  keepUnknownFields();
  expect(toUnknownFields(HISTORY_EVENT.decode(new Uint8Array()))).toBeUndefined();
});
