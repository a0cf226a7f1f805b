import { expect, test } from 'vitest';
import { waitUntilServing } from './wait-until-serving.ts';

test('waits for the port, then for the namespace, and closes every connection', async () => {
  let attempts = 0;
  let open = 0;
  await waitUntilServing(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('connection refused');
    open += 1;
    return {
      describe: async () => {
        if (attempts < 4) throw new Error('namespace not found');
      },
      close: async () => {
        open -= 1;
      },
    };
  });
  expect({ attempts, open }).toEqual({ attempts: 4, open: 0 });
});
