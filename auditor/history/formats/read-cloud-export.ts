import { TickscopeError } from '../../base/tickscope-error.ts';
import type { ParsedHistory } from '../parsed-history.ts';
import { EVENT_ID_TAG, readWireHistory } from '../read-wire-history.ts';
import { findFirstRecord, splitRecords } from '../wire-records.ts';
import type { BinaryFormat } from './binary-format.ts';

/**
 * Temporal Cloud's export of closed runs: `temporal.api.export.v1.WorkflowExecutions`, each run one record, some of them twice.
 *
 * Source: docs.temporal.io/cloud/export; temporal/api/export/v1/message.proto (items = 1; in each, history = 1).
 */
export const cloudExport: BinaryFormat = {
  name: 'cloud-export',
  title: 'Temporal Cloud export',
  recognise: (bytes) => {
    const item = findFirstRecord(bytes, 0);
    const history = item === undefined ? undefined : findFirstRecord(bytes, item);
    const event = history === undefined ? undefined : findFirstRecord(bytes, history);
    return event !== undefined && bytes[event] === EVENT_ID_TAG;
  },
  read: (bytes, notes) => {
    const { offsets, isWhole } = splitRecords(bytes, 0, bytes.length);
    if (!isWhole) throw damaged(offsets.length / 2);
    return toPairs(offsets).map(([start, end], at) => readItem(bytes, { start, end, at, notes }));
  },
};

type Item = {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly notes: readonly string[];
};

function readItem(bytes: Uint8Array, { start, end, at, notes }: Item): ParsedHistory {
  const { offsets, isWhole } = splitRecords(bytes, start, end);
  const [from, to] = offsets;
  if (!isWhole || from === undefined || to === undefined || offsets.length > 2) throw damaged(at);
  try {
    return readWireHistory({ bytes, start: from, end: to, format: 'cloud-export', notes });
  } catch (error) {
    if (!(error instanceof TickscopeError)) throw error;
    throw new TickscopeError(error.code, `: run number ${at + 1} of the file ${error.message}`, {
      cause: error,
    });
  }
}

function toPairs(offsets: readonly number[]): readonly [number, number][] {
  return offsets.flatMap((start, at): [number, number][] => {
    const end = offsets[at + 1];
    return at % 2 === 0 && end !== undefined ? [[start, end]] : [];
  });
}

const damaged = (after: number): TickscopeError =>
  new TickscopeError('history-invalid', `is cut off or damaged after run number ${after}.`);
