import { constants, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { TickscopeError } from '../base/tickscope-error.ts';

/** Largest content that is read, compressed or not: 32 MB are about 42,000 events, and a server ends runs at 51,200. */
export const MOST_BYTES = 512 * 1024 * 1024;

/** Repetitive histories shrink to a hundredth; a file that grows more than this is made to grow. */
const MOST_GROWTH = 250;

/** Below this size growth does no harm. */
const ALWAYS_ALLOWED_BYTES = 64 * 1024 * 1024;

/** What a file was compressed with, and its content. */
export type Decompressed = { readonly bytes: Buffer; readonly compression?: 'gzip' | 'zstd' };

/**
 * The content of a file that may be compressed with gzip or zstd, told by its first bytes.
 *
 * Throws: TickscopeError `not-a-history` for a damaged file, and for one that grows without measure.
 */
export function decompress(bytes: Buffer): Decompressed {
  const compression = findCompression(bytes);
  if (compression === undefined) return { bytes };
  const limit = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED_BYTES, bytes.length * MOST_GROWTH));
  try {
    const content =
      compression === 'gzip'
        ? gunzipSync(bytes, { maxOutputLength: limit })
        : zstdDecompressSync(bytes, {
            maxOutputLength: limit,
            params: { [constants.ZSTD_d_windowLogMax]: 27 },
          });
    return { bytes: content, compression };
  } catch (error) {
    throw new TickscopeError('not-a-history', `${toProblem(error, compression, limit)}.`, { cause: error });
  }
}

function findCompression(bytes: Buffer): 'gzip' | 'zstd' | undefined {
  if (bytes.length >= 2 && bytes.readUInt16BE(0) === 0x1f8b) return 'gzip';
  return bytes.length >= 4 && bytes.readUInt32LE(0) === 0xfd2fb528 ? 'zstd' : undefined;
}

function toProblem(error: unknown, compression: string, limit: number): string {
  const why = error instanceof Error ? error.message : String(error);
  if (
    error instanceof RangeError ||
    (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
  ) {
    return `is ${compression} that grows beyond ${Math.floor(limit / 1_048_576)} MiB, ${MOST_GROWTH} times its size or the most that is read: it may be a bomb`;
  }
  return `is damaged ${compression}: ${why}`;
}
