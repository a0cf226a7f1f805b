/** When a worker is to be killed: so long after the run was first seen at that tick. */
export interface PlannedKill {
  readonly tick: number;
  readonly afterMs: number;
}

interface KillPlanOptions {
  readonly ticks: number;
  readonly kills: number;
  readonly seed: number;
}

/** Longer than most ticks take: a kill can hit any moment of this tick or the next. */
const LONGEST_DELAY_MS = 500;

/** mulberry32: the same numbers in [0, 1) for the same seed, everywhere. Source: Tommy Ettinger, public domain. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Random moments spread over the run: one in each of as many equal stretches of ticks as there are kills. Order: by tick. */
export function planKills({ ticks, kills, seed }: KillPlanOptions): readonly PlannedKill[] {
  const random = createRandom(seed);
  return Array.from({ length: kills }, (_, index) => ({
    tick: Math.min(ticks, Math.floor(((index + random()) * ticks) / kills) + 1),
    afterMs: Math.floor(random() * LONGEST_DELAY_MS),
  }));
}
