/** Why a worker cannot start: what the environment says is missing or wrong, or no Temporal server answers. */
export type StartErrorCode = 'settings' | 'unreachable';

/** Shape: `message` is a sentence that says what to set. Anything else that a start throws is a defect. */
export class StartError extends Error {
  readonly code: StartErrorCode;
  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
    this.code = code;
  }
}
