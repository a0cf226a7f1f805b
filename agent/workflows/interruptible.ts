import { CancellationScope, condition } from '@temporalio/workflow';

export type Interruptible<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'interrupted' };

/**
 * Runs work that is cancelled as soon as a condition holds, also when it no longer holds once the work has ended.
 *
 * Throws: what the work throws, unless it was interrupted.
 */
export async function untilInterrupted<T>(
  work: () => Promise<T>,
  isInterrupted: () => boolean,
): Promise<Interruptible<T>> {
  const scope = new CancellationScope();
  let settled = false;
  let cancelled = false;
  const working = scope.run(work).finally(() => {
    settled = true;
  });
  const watching = condition(() => settled || isInterrupted()).then(() => {
    if (settled) return;
    cancelled = true;
    scope.cancel();
  });
  const [worked] = await Promise.allSettled([working, watching]);
  if (worked.status === 'fulfilled') return { kind: 'done', value: worked.value };
  // Whatever it ended with: the server records the last attempt of a cancelled activity as failed when it fails first.
  // A cancellation that nobody here asked for is that of the whole workflow: it goes on up.
  if (cancelled) return { kind: 'interrupted' };
  throw worked.reason;
}
