/** Runs a job when its turn has come. */
export type Limiter = <T>(job: () => Promise<T>) => Promise<T>;

/**
 * At most `limit` jobs at once.
 *
 * Order: jobs start in the order in which they came.
 */
export function createLimiter(limit: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;

  const release = (): void => {
    const next = waiting.shift();
    // The place passes on as it is: nobody who comes later can take it.
    if (next === undefined) running -= 1;
    else next();
  };

  return async (job) => {
    if (running < limit) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await job();
    } finally {
      release();
    }
  };
}
