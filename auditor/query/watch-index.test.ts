import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWatch } from './watch-index.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('tells every listener of a change once, and nobody of none', () => {
  let version = 1;
  const watch = createWatch({ read: () => version, everyMs: 100 });
  const one = vi.fn();
  const other = vi.fn();
  watch.listen(one);
  watch.listen(other);
  vi.advanceTimersByTime(300);
  expect(one).not.toHaveBeenCalled();
  version = 2;
  vi.advanceTimersByTime(300);
  expect(one).toHaveBeenCalledTimes(1);
  expect(other).toHaveBeenCalledTimes(1);
});

test('reads with one timer for all, and not at all once they are gone', () => {
  const read = vi.fn(() => 1);
  const watch = createWatch({ read, everyMs: 100 });
  read.mockClear();
  const leaves = [watch.listen(() => {}), watch.listen(() => {}), watch.listen(() => {})];
  vi.advanceTimersByTime(1000);
  expect(read).toHaveBeenCalledTimes(10);
  for (const leave of leaves) leave();
  vi.advanceTimersByTime(1000);
  expect(read).toHaveBeenCalledTimes(10);
  expect(vi.getTimerCount()).toBe(0);
});

test('an index that appears later is a change', () => {
  let version: number | undefined;
  const listener = vi.fn();
  const watch = createWatch({
    read: () => {
      if (version === undefined) throw new Error('no index');
      return version;
    },
    everyMs: 100,
  });
  watch.listen(listener);
  vi.advanceTimersByTime(500);
  expect(listener).not.toHaveBeenCalled();
  version = 1;
  vi.advanceTimersByTime(100);
  expect(listener).toHaveBeenCalledTimes(1);
});
