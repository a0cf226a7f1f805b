import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { createIndexDamage } from '../base/index-damage.ts';

/** Canonical texts hold no line break: JSON writes it as `\n`. */
const SEPARATOR = '\n';

/** So many events of a run lie in one page: enough to compress well, few enough to be read for the sake of one of them. */
const MOST_EVENTS = 64;
const MOST_CHARACTERS = 512 * 1024;

/** A server stores no event above 4 MB; a page that unpacks to more than this is damaged. */
const MOST_BYTES = 256 * 1024 * 1024;

// Faster than the default and nearly as small, for texts that repeat each other as these do.
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Cuts consecutive items into pages by number and size; a large one has a page to itself. */
export function toPages<T extends { readonly canonical: string }>(items: readonly T[]): readonly T[][] {
  const pages: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const page = pages.at(-1);
    size += item.canonical.length;
    if (page === undefined || page.length >= MOST_EVENTS || size > MOST_CHARACTERS) {
      pages.push([item]);
      size = item.canonical.length;
    } else {
      page.push(item);
    }
  }
  return pages;
}

/** Texts of consecutive events → what is stored of them. */
export function packPage(texts: readonly string[]): Buffer {
  return zstdCompressSync(texts.join(SEPARATOR), OPTIONS);
}

/** The texts again, in their order. Throws: TickscopeError `index-damaged` when the bytes are. */
export function unpackPage(bytes: Uint8Array): readonly string[] {
  try {
    return zstdDecompressSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8').split(SEPARATOR);
  } catch (error) {
    throw createIndexDamage({ cause: error });
  }
}
