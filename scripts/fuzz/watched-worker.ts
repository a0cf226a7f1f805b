import { Worker } from 'node:worker_threads';
import type { FuzzItems, FuzzResult } from './fuzz-items.ts';

/** An item takes about a millisecond; one that takes this long would never end. */
const ITEM_LIMIT_MS = 10_000;
const LOOK_EVERY_MS = 250;

/** What a thread made of its items, or the item at which it hung; it is gone then. */
type Watched =
  | { readonly kind: 'done'; readonly result: FuzzResult }
  | { readonly kind: 'hung'; readonly index: number };

/** A thread that is ended when one item takes too long. */
export type WatchedWorker = {
  readonly check: (items: FuzzItems) => Promise<Watched>;
  readonly close: () => Promise<void>;
};

/** Starts a thread. `script` is for tests. */
export function startWorker(
  script = new URL('./fuzz-worker.ts', import.meta.url),
  itemLimitMs = ITEM_LIMIT_MS,
): WatchedWorker {
  const current = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const worker = new Worker(script, { workerData: { current } });
  const check = (items: FuzzItems): Promise<Watched> =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        clearInterval(timer);
        worker.off('message', onResult).off('error', onError).off('exit', onExit);
      };
      const onResult = (result: FuzzResult): void => {
        end();
        resolve({ kind: 'done', result });
      };
      const onError = (error: unknown): void => {
        end();
        reject(error);
      };
      const onExit = (code: number): void => onError(new Error(`the thread ended by itself, with ${code}`));
      const timer = watch(current, itemLimitMs, (index) => {
        end();
        void worker.terminate().then(() => resolve({ kind: 'hung', index }));
      });
      worker.on('message', onResult).on('error', onError).on('exit', onExit);
      worker.postMessage(items);
    });
  return { check, close: async () => void (await worker.terminate()) };
}

function watch(current: Int32Array, limitMs: number, onHung: (index: number) => void): NodeJS.Timeout {
  let [seen, since] = [-1, performance.now()];
  return setInterval(
    () => {
      const index = Atomics.load(current, 0);
      const isSame = index === seen && index !== -1;
      if (!isSame) [seen, since] = [index, performance.now()];
      else if (performance.now() - since > limitMs) onHung(index);
    },
    Math.min(LOOK_EVERY_MS, limitMs),
  );
}
