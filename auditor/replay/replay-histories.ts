import { availableParallelism } from 'node:os';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { ReplayResult } from '../model/replay-result.ts';
import { readBundleDigest } from './bundle-digest.ts';
import { replayHistory } from './replay-history.ts';
import type { ReplayInput, UnreadableInput } from './replay-input.ts';
import { createReplayProcess } from './replay-process.ts';

/** Each process holds a bundle and a core; more than four gain little. */
const MOST_PROCESSES = 4;

type ReplayOptions = {
  /** File made by `bundleWorkflowCode`, with whatever interceptors the workflows need inside. */
  readonly bundlePath: string;
  /** Absent when: one per core, at most four. */
  readonly processCount?: number;
  /** Limit of one replay. Absent when: 30 s and 5 ms per event. */
  readonly limitMs?: number;
  /** Called as each history is done. Absent when: only the whole list is wanted. */
  readonly onResult?: (result: ReplayResult) => void;
};

/**
 * Replays histories against a workflow bundle, each in a child process with a limit, several at once.
 *
 * Order: as given. One history that cannot be replayed, hangs or kills its process does not touch the others.
 * Throws: TickscopeError `empty-corpus` when there is none, `bundle-unusable`.
 */
export async function replayHistories(
  inputs: AsyncIterable<ReplayInput | UnreadableInput> | Iterable<ReplayInput | UnreadableInput>,
  options: ReplayOptions,
): Promise<readonly ReplayResult[]> {
  const bundleDigest = await readBundleDigest(options.bundlePath);
  const queue = numbered(inputs);
  const results: ReplayResult[] = [];
  const work = async (): Promise<void> => {
    const process = createReplayProcess();
    try {
      for await (const [index, input] of sharedBy(queue)) {
        const result = await replayHistory(input, { ...options, bundleDigest, process });
        results[index] = result;
        options.onResult?.(result);
      }
    } finally {
      process.close();
    }
  };
  const processCount = options.processCount ?? Math.min(availableParallelism(), MOST_PROCESSES);
  await Promise.all(Array.from({ length: processCount }, work));
  if (results.length === 0) {
    throw new TickscopeError('empty-corpus', 'Nothing to replay: name files or folders with histories.');
  }
  return results;
}

async function* numbered<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<readonly [number, T]> {
  let index = 0;
  for await (const item of items) {
    yield [index, item];
    index += 1;
  }
}

/** The same generator for several consumers: one that stops early must not end it for the others. */
async function* sharedBy<T>(queue: AsyncGenerator<T>): AsyncGenerator<T> {
  for (let next = await queue.next(); !next.done; next = await queue.next()) yield next.value;
}
