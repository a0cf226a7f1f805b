import type { TemporalPayload } from '../../base/payload.ts';

/** Decodes payloads, all of one namespace. */
export type Codec = {
  /** For messages: `the codec server at http://…`. */
  readonly name: string;
  /**
   * Order and number: as given.
   *
   * Throws: CodecError.
   */
  readonly decode: (
    payloads: readonly TemporalPayload[],
    namespace: string,
  ) => Promise<readonly TemporalPayload[]>;
};

/**
 * Why a codec gave nothing. `refused`: these payloads, others may do. `down`: the codec itself; what is sent next will fare the same.
 *
 * Shape: the message holds neither payloads nor headers.
 */
export class CodecError extends Error {
  readonly kind: 'refused' | 'down';
  constructor(kind: 'refused' | 'down', message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CodecError';
    this.kind = kind;
  }
}
