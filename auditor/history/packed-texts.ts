import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Characters that are packed at once: large enough to pack well, small enough to be nothing beside the rest. */
const CHUNK_LENGTH = 1_000_000;

/** Texts of one line each, kept in order in a tenth of their memory: a long history is read whole before it is stored. */
export class PackedTexts {
  readonly #chunks: Buffer[] = [];
  #open: string[] = [];
  #openLength = 0;
  #isReversed = false;

  /** @param text without a line break, as canonical JSON is */
  add(text: string): void {
    this.#open.push(text);
    this.#openLength += text.length;
    if (this.#openLength >= CHUNK_LENGTH) this.#pack();
  }

  /** Turns the order around, once all are added. */
  reverse(): void {
    this.#pack();
    this.#chunks.reverse();
    this.#isReversed = !this.#isReversed;
  }

  *[Symbol.iterator](): Generator<string, undefined> {
    this.#pack();
    for (const chunk of this.#chunks) {
      const texts = zstdDecompressSync(chunk).toString().split('\n');
      yield* this.#isReversed ? texts.reverse() : texts;
    }
  }

  #pack(): void {
    if (this.#open.length === 0) return;
    this.#chunks.push(zstdCompressSync(this.#open.join('\n')));
    this.#open = [];
    this.#openLength = 0;
  }
}
