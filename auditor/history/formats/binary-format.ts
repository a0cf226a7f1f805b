import type { ParsedHistory } from '../parsed-history.ts';

/** A form in which histories are written as protobuf messages. */
export type BinaryFormat = {
  /** Kept with the run. */
  readonly name: string;
  readonly title: string;
  readonly recognise: (bytes: Uint8Array) => boolean;
  /** Throws: TickscopeError `history-invalid`. */
  readonly read: (bytes: Uint8Array, notes: readonly string[]) => readonly ParsedHistory[];
};
