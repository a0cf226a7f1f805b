import type { Found, FuzzItems } from './fuzz-items.ts';
import { startWorker, type WatchedWorker } from './watched-worker.ts';

type Fuzz = {
  readonly seed: number;
  readonly count: number;
  readonly threads: number;
  readonly onProgress?: (done: number) => void;
  /** Absent when: the threads of fuzz-worker.ts. */
  readonly start?: () => WatchedWorker;
};

export type FuzzReport = {
  readonly seed: number;
  readonly count: number;
  readonly durationMs: number;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly found: readonly Found[];
};

/** Items that a thread gets at once; what it had done of them is done again when it hangs. */
const AT_ONCE = 500;

/** Checks items 0 to `count` - 1 of a seed on several threads. A thread that hangs is a finding, and another one goes on after it. */
export async function runFuzz(fuzz: Fuzz): Promise<FuzzReport> {
  const { seed, count, threads, onProgress, start = () => startWorker() } = fuzz;
  const startedAt = performance.now();
  const waiting = toParts(seed, count);
  const outcomes = new Map<string, number>();
  const found: Found[] = [];
  let done = 0;

  const work = async (): Promise<void> => {
    let worker = start();
    for (let items = waiting.shift(); items !== undefined; items = waiting.shift()) {
      const watched = await worker.check(items);
      if (watched.kind === 'hung') {
        const { index } = watched;
        found.push({ index, name: 'unknown', message: 'hangs: it took longer than an item may' });
        waiting.push(
          ...[
            { ...items, to: index },
            { ...items, from: index + 1 },
          ].filter(({ from, to }) => from < to),
        );
        done += 1;
        worker = start();
        continue;
      }
      for (const [key, times] of watched.result.outcomes) outcomes.set(key, (outcomes.get(key) ?? 0) + times);
      found.push(...watched.result.found);
      done += items.to - items.from;
      onProgress?.(done);
    }
    await worker.close();
  };
  await Promise.all(Array.from({ length: threads }, work));
  const byIndex = found.toSorted((a, b) => a.index - b.index);
  return { seed, count, durationMs: performance.now() - startedAt, outcomes, found: byIndex };
}

function toParts(seed: number, count: number): FuzzItems[] {
  const parts: FuzzItems[] = [];
  for (let from = 0; from < count; from += AT_ONCE)
    parts.push({ seed, from, to: Math.min(count, from + AT_ONCE) });
  return parts;
}
