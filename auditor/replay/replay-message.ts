/** To the child process: replay this history. */
export type ReplayRequest = {
  readonly bundlePath: string;
  readonly workflowId: string;
  /** Shape: `temporal.api.history.v1.History`, binary. */
  readonly history: Uint8Array;
};

/** What the SDK said. `failed`: it threw; `errorName` is `DeterminismViolationError`, `ReplayError` or that of an ordinary error. */
export type ReplayReply =
  | { readonly kind: 'match' }
  | { readonly kind: 'failed'; readonly errorName: string; readonly message: string };

/** Checks what came over the channel: the child is our own, but what it loaded is not. */
export function isReplayReply(message: unknown): message is ReplayReply {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return false;
  if (message.kind === 'match') return true;
  return (
    message.kind === 'failed' &&
    'errorName' in message &&
    typeof message.errorName === 'string' &&
    'message' in message &&
    typeof message.message === 'string'
  );
}
