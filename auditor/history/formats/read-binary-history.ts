import { EVENT_ID_TAG, readWireHistory } from '../read-wire-history.ts';
import { findFirstRecord } from '../wire-records.ts';
import type { BinaryFormat } from './binary-format.ts';

/** `temporal.api.history.v1.History` as protobuf: what SDKs' test suites and `tickscope export --format binary` write. */
export const binaryHistory: BinaryFormat = {
  name: 'binary',
  title: 'binary history',
  recognise: (bytes) => {
    const event = findFirstRecord(bytes, 0);
    return event !== undefined && bytes[event] === EVENT_ID_TAG;
  },
  read: (bytes, notes) => [readWireHistory({ bytes, start: 0, end: bytes.length, format: 'binary', notes })],
};
