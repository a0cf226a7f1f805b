import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Characters that are packed at once: large enough to pack well, small enough to be nothing beside the rest. */
const CHUNK_LENGTH = 1_000_000;

/** So many characters stay as they are: packing and unpacking costs more time than this costs memory (bench/index-file). */
const UNPACKED_LENGTH = 48_000_000;

/** Texts of one line each, kept in order; of a long history most in a tenth of their memory, as it is read whole before it is stored. */
export class PackedTexts {
  readonly #chunks: (Buffer | readonly string[])[] = [];
  #open: string[] = [];
  #openLength = 0;
  #unpackedLength = 0;
  #isReversed = false;

  /** @param text without a line break, as canonical JSON is */
  add(text: string): void {
    this.#open.push(text);
    this.#openLength += text.length;
    if (this.#openLength >= CHUNK_LENGTH) this.#closeChunk();
  }

  /** Turns the order around, once all are added. */
  reverse(): void {
    this.#closeChunk();
    this.#chunks.reverse();
    this.#isReversed = !this.#isReversed;
  }

  *[Symbol.iterator](): Generator<string, undefined> {
    this.#closeChunk();
    for (const chunk of this.#chunks) {
      const texts = Buffer.isBuffer(chunk) ? zstdDecompressSync(chunk).toString().split('\n') : chunk;
      yield* this.#isReversed ? texts.toReversed() : texts;
    }
  }

  #closeChunk(): void {
    if (this.#open.length === 0) return;
    const staysUnpacked = this.#unpackedLength + this.#openLength <= UNPACKED_LENGTH;
    if (staysUnpacked) this.#unpackedLength += this.#openLength;
    this.#chunks.push(staysUnpacked ? this.#open : zstdCompressSync(this.#open.join('\n')));
    this.#open = [];
    this.#openLength = 0;
  }
}
