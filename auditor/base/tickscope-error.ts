/** Every code: kebab-case, stable, documented in docs/errors.md. */
export const ERROR_CODES = [
  'run-not-indexed',
  'tick-not-found',
  'event-not-found',
  'value-not-found',
  'no-such-address',
  'ambiguous-run',
  'not-a-history',
  'history-invalid',
  'event-conflict',
  'schema-too-new',
  'index-missing',
  'index-unusable',
  'index-damaged',
  'server-unreachable',
  'namespace-not-found',
  'workflow-not-found',
  'empty-corpus',
  'bundle-unusable',
  'wrong-usage',
  'not-available',
  'sql-stopped',
  'host-not-running',
  'action-refused',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * The one error that Tickscope throws on purpose.
 *
 * Shape: `message` says what happened, to what, and what to do next.
 */
export class TickscopeError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TickscopeError';
    this.code = code;
  }
}

/** Whether the index takes nothing any more: what comes next would fail, too. */
export function isIndexUnusable(error: unknown): boolean {
  return (
    error instanceof TickscopeError && (error.code === 'index-unusable' || error.code === 'index-damaged')
  );
}
