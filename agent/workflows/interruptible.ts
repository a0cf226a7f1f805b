import { CancellationScope, condition, isCancellation } from '@temporalio/workflow';

export type Interruptible<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'interrupted' };

/**
 * Runs work that is cancelled as soon as a condition holds.
 *
 * Throws: what the work throws, unless it was interrupted.
 */
export async function untilInterrupted<T>(
  work: () => Promise<T>,
  isInterrupted: () => boolean,
): Promise<Interruptible<T>> {
  const scope = new CancellationScope();
  let settled = false;
  const working = scope.run(work).finally(() => {
    settled = true;
  });
  const watching = condition(() => settled || isInterrupted()).then(() => {
    if (!settled) scope.cancel();
  });
  const [worked] = await Promise.allSettled([working, watching]);
  if (worked.status === 'fulfilled') return { kind: 'done', value: worked.value };
  // A cancellation that nobody here asked for is that of the whole workflow: it goes on up.
  if (isCancellation(worked.reason) && isInterrupted()) return { kind: 'interrupted' };
  throw worked.reason;
}
