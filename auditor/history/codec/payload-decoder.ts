import type { Decoding, EncodedPayload } from '../../base/decodings.ts';
import { isReadable, type TemporalPayload } from '../../base/payload.ts';
import { batchPayloads } from './batch-payloads.ts';
import { type Codec, CodecError } from './codec.ts';

/** Decodes many payloads by few calls. */
export type PayloadDecoder = {
  /**
   * What became of each payload, by hash.
   *
   * Throws: never; a payload that cannot be decoded says why.
   */
  readonly decode: (
    payloads: readonly EncodedPayload[],
    namespace: string,
  ) => Promise<ReadonlyMap<string, Decoding>>;
};

type PayloadDecoderParts = {
  readonly codec: Codec;
  /** Milliseconds, any origin. Absent when: the machine's clock. */
  readonly now?: () => number;
};

/** Calls that wait for the codec at once. */
const CALLS = 4;

/** How long a codec that is down is not asked: events must not wait for it, page after page. */
const REST_MS = 30_000;

/** A codec that has never answered and refused so many payloads, each alone, refuses them all: asking on would cost two calls a payload. */
const REFUSED_ALONE = 8;

type Batch = readonly EncodedPayload[];

/** Joins payloads into batches, asks for a few batches at once, and looks for the one payload that spoils a batch. */
export function createPayloadDecoder({ codec, now = Date.now }: PayloadDecoderParts): PayloadDecoder {
  let down: { readonly until: number; readonly reason: string } | undefined;
  let refusedAlone = 0;
  let hasAnswered = false;

  function rest(reason: string): void {
    down = { until: now() + REST_MS, reason };
    refusedAlone = 0;
  }

  async function decodeBatch(batch: Batch, namespace: string, found: Map<string, Decoding>): Promise<void> {
    if (down !== undefined && now() < down.until) return fail(batch, down.reason, found);
    try {
      const payloads = await codec.decode(
        batch.map(({ payload }) => payload),
        namespace,
      );
      hasAnswered = true;
      for (const [index, { hash }] of batch.entries()) found.set(hash, toDecoding(codec, payloads[index]));
    } catch (error) {
      const reason = error instanceof CodecError ? error.message : `${codec.name} failed`;
      const isDown = error instanceof CodecError && error.kind === 'down';
      if (!isDown && batch.length > 1) return await decodeHalves(batch, namespace, found);
      if (!isDown) refusedAlone += 1;
      if (isDown || (!hasAnswered && refusedAlone >= REFUSED_ALONE)) rest(reason);
      fail(batch, reason, found);
    }
  }

  async function decodeHalves(batch: Batch, namespace: string, found: Map<string, Decoding>): Promise<void> {
    const middle = Math.ceil(batch.length / 2);
    await decodeBatch(batch.slice(0, middle), namespace, found);
    await decodeBatch(batch.slice(middle), namespace, found);
  }

  const decode: PayloadDecoder['decode'] = async (payloads, namespace) => {
    const found = new Map<string, Decoding>();
    const unique = [...new Map(payloads.map((one) => [one.hash, one])).values()];
    // By hash is at random: a history alternates inputs and results, of which a codec may know the one alone.
    const left = [...batchPayloads(unique.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)))];
    const work = async (): Promise<void> => {
      for (let batch = left.shift(); batch !== undefined; batch = left.shift()) {
        await decodeBatch(batch, namespace, found);
      }
    };
    await Promise.all(Array.from({ length: CALLS }, work));
    return found;
  };
  return { decode };
}

function fail(batch: Batch, reason: string, found: Map<string, Decoding>): void {
  for (const { hash } of batch) found.set(hash, { kind: 'failed', reason });
}

function toDecoding(codec: Codec, payload: TemporalPayload | undefined): Decoding {
  if (payload !== undefined && isReadable(payload)) return { kind: 'decoded', payload };
  return { kind: 'failed', reason: `${codec.name} gave it back encoded` };
}
