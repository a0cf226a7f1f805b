/**
 * A number drawn by name: the same text gives the same number on every machine.
 *
 * Units: at least 0, below 1. Source: FNV-1a over the text's UTF-16 units, mixed by MurmurHash3's fmix32; both only use 32-bit integers.
 */
export function draw(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** Bell-shaped, mean 0, never beyond ±1: the sum of three draws. Its standard deviation is 1/3. */
export function drawNoise(text: string): number {
  const sum = draw(`${text}/a`) + draw(`${text}/b`) + draw(`${text}/c`);
  return (sum * 2) / 3 - 1;
}
