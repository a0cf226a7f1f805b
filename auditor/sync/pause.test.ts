import { expect, test } from 'vitest';
import { pause } from './pause.ts';

test('ends when its time is over', async () => {
  await expect(pause(1, new AbortController().signal)).resolves.toBeUndefined();
});

test('ends at once when it is aborted, before or while it waits', async () => {
  const ending = new AbortController();
  const waiting = pause(3_600_000, ending.signal);
  ending.abort();
  await expect(waiting).resolves.toBeUndefined();
  await expect(pause(3_600_000, ending.signal)).resolves.toBeUndefined();
});
