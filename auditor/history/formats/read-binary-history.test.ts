import protobuf from 'protobufjs';
import { afterAll, expect, test } from 'vitest';
import { toBinary } from '../_scripted/foreign-forms.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';
import { parseHistories } from '../read-history-file.ts';

afterAll(() => {
  protobuf.Reader.discardUnknown = true;
});

const bytes = toBinary(sampleHistory());

test('cut off, or with other bytes inside', () => {
  expect(() => parseHistories(bytes.subarray(0, -4), 'a.bin')).toThrow(
    'a.bin is cut off or damaged after event number 7.',
  );
  const damaged = Buffer.from(bytes);
  // The wire type of the event's second field.
  damaged[5] = 0x17;
  expect(() => parseHistories(damaged, 'a.bin')).toThrow(/^a.bin: event number 1 of the file: /);
});

test('a first event as long as the code of a bracket is binary all the same', () => {
  for (const length of [0x5b, 0x7b, 0x22]) {
    const event = Buffer.concat([Buffer.from([0x0a, length, 0x08, 0x01]), Buffer.alloc(length - 2)]);
    expect(() => parseHistories(event, 'a.bin')).toThrow(/^a.bin: event number 1 of the file/);
  }
});

test('fields of a newer server are kept with their bytes', () => {
  const field = Buffer.from([0x82, 0xfa, 0x01, 0x01, 0x41]);
  const length = (bytes[1] ?? 0) & 0x7f;
  expect(bytes[2]).toBeLessThan(0x80);
  const first = length + (bytes[2] ?? 0) * 128;
  const header = [0x0a, ((first + field.length) & 0x7f) | 0x80, (first + field.length) >> 7];
  const longer = Buffer.concat([
    Buffer.from(header),
    bytes.subarray(3, 3 + first),
    field,
    bytes.subarray(3 + first),
  ]);
  const [history] = parseHistories(longer, 'a.bin');
  expect(history?.unknown).toEqual(['field 4000']);
  const [event] = history?.events() ?? [];
  expect(event?.canonical).toContain('"$unknown":[{"data":"AUE=","no":4000,"wire":2}]');
});
