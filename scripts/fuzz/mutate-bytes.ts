import type { Random } from './random.ts';

const TOKENS = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\',
  '\\u0000',
  '\u0000',
  '\ufeff',
  '1e9',
  'null',
  '\n',
  '\x0a\x02\x08\x01',
] as const;

/** Changes bytes: flips one, cuts the end off, puts in, takes out, repeats a part. */
export function mutateBytes(bytes: Buffer, random: Random): Buffer {
  const at = random.below(bytes.length + 1);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const length = random.below(12);
  return random.pick([
    () => flip(bytes, random),
    () => flip(bytes, random),
    () => before,
    () => Buffer.concat([before, Buffer.from(random.pick(TOKENS)), after]),
    () => Buffer.concat([before, after.subarray(length)]),
    () => Buffer.concat([before, after.subarray(0, length), after]),
    () => Buffer.concat([before, Buffer.from([random.below(256)]), after]),
  ])();
}

function flip(bytes: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(bytes);
  const at = random.below(bytes.length);
  flipped[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return flipped;
}
