import { constants, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { TickscopeError } from '../base/tickscope-error.ts';

/** Largest content that is read, compressed or not: 32 MB are about 42,000 events, and a server ends runs at 51,200. */
export const MOST_BYTES = 512 * 1024 * 1024;

/** Repetitive histories shrink to a hundredth; a file that grows more than this is made to grow. */
const MOST_GROWTH = 250;

/** Below this size growth does no harm. */
const ALWAYS_ALLOWED_BYTES = 64 * 1024 * 1024;

/** An archive of files that were compressed already, and one to spare. */
const MOST_LAYERS = 3;

type Compression = 'gzip' | 'zstd';

/** What a file was compressed with, the outermost first, and its content. */
type Decompressed = { readonly bytes: Buffer; readonly compressions: readonly Compression[] };

/**
 * The content of a file that may be compressed with gzip or zstd, told by its first bytes; also when it was compressed twice.
 *
 * Throws: TickscopeError `not-a-history` for a damaged file, and for one that grows without measure.
 */
export function decompress(bytes: Buffer): Decompressed {
  // Of the file as it is: each layer may not grow anew.
  const limit = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED_BYTES, bytes.length * MOST_GROWTH));
  const compressions: Compression[] = [];
  let content = bytes;
  for (;;) {
    const compression = findCompression(content);
    if (compression === undefined) return { bytes: content, compressions };
    if (compressions.length === MOST_LAYERS) {
      throw new TickscopeError('not-a-history', `is compressed more than ${MOST_LAYERS} times over.`);
    }
    content = decompressOnce(content, compression, limit);
    compressions.push(compression);
  }
}

function decompressOnce(bytes: Buffer, compression: Compression, limit: number): Buffer {
  try {
    if (compression === 'gzip') return gunzipSync(bytes, { maxOutputLength: limit });
    const params = { [constants.ZSTD_d_windowLogMax]: 27 };
    return zstdDecompressSync(bytes, { maxOutputLength: limit, params });
  } catch (error) {
    throw new TickscopeError('not-a-history', `${toProblem(error, compression, limit)}.`, { cause: error });
  }
}

function findCompression(bytes: Buffer): Compression | undefined {
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
