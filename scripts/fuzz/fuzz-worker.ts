/** A thread that checks items when told to, and shows in shared memory which one is at hand: whoever watches can end it. */
import { parentPort, workerData } from 'node:worker_threads';
import { type FuzzItems, fuzzItems } from './fuzz-items.ts';

const { current }: { current: Int32Array } = workerData;

parentPort?.on('message', (items: FuzzItems) => {
  const result = fuzzItems(items, (index) => Atomics.store(current, 0, index));
  Atomics.store(current, 0, -1);
  parentPort?.postMessage(result);
});
