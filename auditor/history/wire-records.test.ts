import { expect, test } from 'vitest';
import { findFirstRecord, splitRecords } from './wire-records.ts';

const split = (...bytes: readonly number[]) => splitRecords(Uint8Array.from(bytes), 0, bytes.length);

test('records of field 1', () => {
  expect(split(0x0a, 2, 1, 2, 0x0a, 0)).toEqual({ offsets: [2, 4, 6, 6], isWhole: true });
  expect(split(0x0a, 0x81, 0x00, 7)).toEqual({ offsets: [3, 4], isWhole: true });
  expect(split()).toEqual({ offsets: [], isWhole: true });
});

test('what is cut off, another field, or a length without end', () => {
  expect(split(0x0a, 1, 1, 0x0a, 5, 1)).toEqual({ offsets: [2, 3], isWhole: false });
  expect(split(0x12, 1, 1)).toEqual({ offsets: [], isWhole: false });
  expect(split(0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01)).toEqual({ offsets: [], isWhole: false });
  expect(split(0x0a, 0x80)).toEqual({ offsets: [], isWhole: false });
});

test('the first record, whole or not', () => {
  expect(findFirstRecord(Uint8Array.from([0x0a, 9, 8]), 0)).toBe(2);
  expect(findFirstRecord(Uint8Array.from([0x7b]), 0)).toBeUndefined();
});
