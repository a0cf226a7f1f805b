/** Where the parts of a binary file stand, and how far it could be split. */
type WireRecords = { readonly offsets: readonly number[]; readonly isWhole: boolean };

/** Tag of field 1 with a length: `History.events`, `WorkflowExecutions.items`, `WorkflowExecution.history`. */
const FIELD_1 = 0x0a;

/** Splits a message that has nothing but field 1, with a length, into its records. */
export function splitRecords(bytes: Uint8Array, start: number, end: number): WireRecords {
  const offsets: number[] = [];
  let at = start;
  while (at < end) {
    const record = bytes[at] === FIELD_1 ? readLength(bytes, at + 1, end) : undefined;
    if (record === undefined || record.from + record.length > end) return { offsets, isWhole: false };
    offsets.push(record.from, record.from + record.length);
    at = record.from + record.length;
  }
  return { offsets, isWhole: true };
}

/** The first record's start, whether or not it is whole. Absent when: the bytes start with something else. */
export function findFirstRecord(bytes: Uint8Array, start: number): number | undefined {
  return bytes[start] === FIELD_1 ? readLength(bytes, start + 1, bytes.length)?.from : undefined;
}

function readLength(bytes: Uint8Array, start: number, end: number) {
  let length = 0;
  // 5 groups of 7 bits hold more than any file's length.
  for (let at = start; at < Math.min(end, start + 5); at++) {
    const byte = bytes[at] ?? 0;
    length += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) return { length, from: at + 1 };
  }
  return undefined;
}
