import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { CONFIRM_EVERY_MS, createBusyRunConfirmer } from './confirm-busy-run.ts';

/** A confirmer at a clock of the test's own, with the questions that wait for an answer and what was confirmed. */
function openConfirmer() {
  let now = 0;
  const waiting: ((length: number | undefined) => void)[] = [];
  const confirmed: number[] = [];
  const confirmer = createBusyRunConfirmer({
    readLength: () => new Promise((resolve) => waiting.push(resolve)),
    confirm: (atMicros) => confirmed.push(atMicros),
    nowMs: () => now,
  });
  const page = (atMs: number, eventCount: number): void => {
    now = atMs;
    confirmer.afterPage(eventCount);
  };
  const answer = async (length: number | undefined): Promise<void> => {
    waiting.shift()?.(length);
    await setImmediate();
  };
  return { page, answer, waiting, confirmed };
}

test('a run that is read to its end soon costs no call', () => {
  const { page, waiting } = openConfirmer();
  for (let at = 0; at < CONFIRM_EVERY_MS; at += 1_000) page(at, at);
  expect(waiting).toHaveLength(0);
});

test('a run is confirmed for the moment of the question, once so much is stored', async () => {
  const { page, answer, waiting, confirmed } = openConfirmer();
  page(CONFIRM_EVERY_MS, 5);
  page(CONFIRM_EVERY_MS + 1, 6);
  expect(waiting).toHaveLength(1);
  await answer(10);
  page(CONFIRM_EVERY_MS + 2, 9);
  expect(confirmed).toEqual([]);
  page(CONFIRM_EVERY_MS + 3, 10);
  expect(confirmed).toEqual([CONFIRM_EVERY_MS * 1_000]);
});

test('a run that is always further behind than a question is old is confirmed all the same', async () => {
  const { page, answer, waiting, confirmed } = openConfirmer();
  page(CONFIRM_EVERY_MS, 5);
  await answer(1_000);
  for (let at = 2; at < 10; at += 1) page(at * CONFIRM_EVERY_MS, at * 100);
  expect(waiting).toHaveLength(0);
  page(10 * CONFIRM_EVERY_MS, 1_000);
  expect(confirmed).toEqual([CONFIRM_EVERY_MS * 1_000]);
});

test('a server that does not say is asked again later', async () => {
  const { page, answer, waiting, confirmed } = openConfirmer();
  page(CONFIRM_EVERY_MS, 5);
  await answer(undefined);
  page(CONFIRM_EVERY_MS + 1, 6);
  expect(waiting).toHaveLength(0);
  page(2 * CONFIRM_EVERY_MS, 7);
  await answer(7);
  page(2 * CONFIRM_EVERY_MS + 1, 8);
  expect(confirmed).toEqual([2 * CONFIRM_EVERY_MS * 1_000]);
});
