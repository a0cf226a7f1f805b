import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CHANGE_INTERVAL_MS, streamChanges } from './change-stream.ts';
import { createWatch } from './watch-index.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a change is an event, a long silence a comment, and nothing comes after the end', () => {
  let version = 1;
  const sent: string[] = [];
  const watch = createWatch({ read: () => version, everyMs: CHANGE_INTERVAL_MS });
  const end = streamChanges(watch, (text) => sent.push(text));
  version = 2;
  vi.advanceTimersByTime(CHANGE_INTERVAL_MS);
  vi.advanceTimersByTime(15_000);
  expect(sent).toEqual(['retry: 2000\n\n', 'event: change\ndata: {}\n\n', ': still here\n\n']);
  end();
  version = 3;
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(3);
});
