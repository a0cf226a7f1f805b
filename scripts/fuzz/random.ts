/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** Whole, 0 to `limit` - 1. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly chance: (ratio: number) => boolean;
};

/** Source: mulberry32, by Tommy Ettinger, in the public domain. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (items) => {
      const [item] = items.slice(below(items.length));
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    chance: (ratio) => next() < ratio,
  };
}

/** A seed of its own for each item, so that one can be made again without those before it. */
export function toItemSeed(seed: number, index: number): number {
  return (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)) >>> 0;
}
