/** One history to replay. */
export type ReplayInput = {
  /** File name or run, for people. */
  readonly name: string;
  /** Code may read its workflow id, so give the real one. Absent when: the one in the first event, else none is known. */
  readonly workflowId?: string;
  /** Shape: `temporal.api.history.v1.History`, binary. */
  readonly history: Uint8Array;
};

/** A file that could not be turned into a history that can be replayed; listed, never skipped silently. */
export type UnreadableInput = { readonly name: string; readonly reason: string };
