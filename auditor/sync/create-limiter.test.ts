import { expect, test } from 'vitest';
import { createLimiter } from './create-limiter.ts';

test('never more at once than the limit; in the order of arrival; failures give their place on', async () => {
  const limit = createLimiter(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const job = (id: number) => async () => {
    order.push(id);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (id === 1) throw new Error('job 1');
    return id;
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4].map((id) => limit(job(id))));
  expect(results.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
  await expect(limit(job(5))).resolves.toBe(5);
});
