import { expect, test } from 'vitest';
import type { FuzzItems } from './fuzz-items.ts';
import { runFuzz } from './run-fuzz.ts';
import { startWorker, type WatchedWorker } from './watched-worker.ts';

/** A worker that hangs at certain items. */
function scripted(hangsAt: readonly number[]): () => WatchedWorker {
  const check = async ({ from, to }: FuzzItems) => {
    const index = hangsAt.find((item) => item >= from && item < to);
    if (index !== undefined) return { kind: 'hung', index } as const;
    return { kind: 'done', result: { outcomes: new Map([['accepted x', to - from]]), found: [] } } as const;
  };
  return () => ({ check, close: async () => undefined });
}

test('a thread that hangs is a finding, and all other items are checked once', async () => {
  const report = await runFuzz({ seed: 1, count: 1_200, threads: 2, start: scripted([3, 700, 701]) });
  expect(report.found.map(({ index }) => index)).toEqual([3, 700, 701]);
  expect(report.outcomes).toEqual(new Map([['accepted x', 1_197]]));
});

test('real threads check real items; one that does not come back is ended', async () => {
  const report = await runFuzz({ seed: 1, count: 520, threads: 1 });
  expect([...report.outcomes.values()].reduce((sum, times) => sum + times, 0)).toBe(520);
  const hanging =
    "const { parentPort, workerData } = require('node:worker_threads'); parentPort.on('message', () => { Atomics.store(workerData.current, 0, 7); for (;;); });";
  const worker = startWorker(new URL(`data:text/javascript,${encodeURIComponent(toModule(hanging))}`), 300);
  expect(await worker.check({ seed: 1, from: 0, to: 10 })).toEqual({ kind: 'hung', index: 7 });
});

const toModule = (code: string) =>
  `import { createRequire } from 'node:module'; const require = createRequire('file:///');${code}`;
