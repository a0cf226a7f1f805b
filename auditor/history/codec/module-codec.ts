import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { TemporalPayload } from '../../base/payload.ts';
import { TickscopeError } from '../../base/tickscope-error.ts';
import { type Codec, CodecError } from './codec.ts';

/** A payload as Temporal's TypeScript SDK hands it to a codec. */
type SdkPayload = {
  readonly metadata?: { readonly [key: string]: Uint8Array } | null;
  readonly data?: Uint8Array | null;
};

type DecodeFunction = (payloads: readonly SdkPayload[]) => unknown;

type SdkCodec = { readonly decode: DecodeFunction };

// The object itself, not zod's copy of it: a method needs its `this`.
const codecSchema = z.custom<SdkCodec>(
  (value) =>
    typeof value === 'object' && value !== null && 'decode' in value && typeof value.decode === 'function',
);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const decodedSchema = z.array(
  z.looseObject({ metadata: z.record(z.string(), bytes).nullish(), data: bytes.nullish() }),
);

/**
 * A codec of the user: the default export of a JavaScript or TypeScript file, an object of Temporal's `PayloadCodec`.
 *
 * @param timeoutMs longest wait for one answer; code that never gives back control cannot be ended
 * Throws: TickscopeError `wrong-usage` when the file cannot be loaded or exports no codec.
 */
export async function loadModuleCodec(file: string, timeoutMs: number): Promise<Codec> {
  if (!isAbsolute(file)) throw new Error('a codec module is named by its whole path');
  const codec = codecSchema.safeParse(await loadDefault(file));
  if (!codec.success) {
    throw new TickscopeError('wrong-usage', `${file}: the default export is no codec with a method decode.`);
  }
  const { data } = codec;
  const name = `the codec ${file}`;
  return {
    name,
    decode: (payloads) => decodeBy(name, (sdk) => within(timeoutMs, data.decode(sdk)), payloads),
  };
}

async function loadDefault(file: string): Promise<unknown> {
  try {
    const loaded: unknown = await import(pathToFileURL(file).href);
    return z.looseObject({ default: z.unknown() }).parse(loaded).default;
  } catch (error) {
    const why = error instanceof z.ZodError ? 'it has no default export' : toText(error);
    throw new TickscopeError('wrong-usage', `${file} cannot be loaded as a codec: ${why}.`, { cause: error });
  }
}

async function within(limitMs: number, decoding: unknown): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([decoding, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

async function decodeBy(
  name: string,
  decode: DecodeFunction,
  payloads: readonly TemporalPayload[],
): Promise<readonly TemporalPayload[]> {
  try {
    const decoded = decodedSchema.parse(await decode(payloads.map(toSdkPayload)));
    if (decoded.length === payloads.length) return decoded.map(fromSdkPayload);
  } catch (error) {
    const why =
      error instanceof z.ZodError ? 'gave something else than payloads' : `failed: ${toText(error)}`;
    throw new CodecError('refused', `${name} ${why}`, { cause: error });
  }
  throw new CodecError('refused', `${name} gave another number of payloads`);
}

function toSdkPayload({ metadata, data }: TemporalPayload): SdkPayload {
  const entries = Object.entries(metadata).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, Uint8Array.from(Buffer.from(value, 'base64'))] as const] : [],
  );
  return { metadata: Object.fromEntries(entries), data: Uint8Array.from(Buffer.from(data ?? '', 'base64')) };
}

function fromSdkPayload({ metadata, data }: z.infer<typeof decodedSchema>[number]): TemporalPayload {
  const text = new Map(Object.entries(metadata ?? {}).map(([key, value]) => [key, toBase64(value)]));
  return {
    metadata: { ...Object.fromEntries(text), encoding: text.get('encoding') ?? '' },
    ...(data ? { data: toBase64(data) } : {}),
  };
}

const toBase64 = (value: Uint8Array): string => Buffer.from(value).toString('base64');
const toText = (error: unknown): string => (error instanceof Error ? error.message : String(error));
