import { afterEach, expect, test, vi } from 'vitest';
import { untilInterrupted } from './until-interrupted.ts';

afterEach(() => {
  process.exitCode = 0;
});

test('Ctrl-C aborts the work, which may throw; it is told and gives 130', async () => {
  const onStopped = vi.fn();
  await untilInterrupted(onStopped, async (signal) => {
    process.emit('SIGINT');
    signal.throwIfAborted();
  });
  expect(onStopped).toHaveBeenCalledOnce();
  expect(process.exitCode).toBe(130);
});

test('without it, what the work throws is thrown, and nothing is told', async () => {
  const onStopped = vi.fn();
  const failing = untilInterrupted(onStopped, async () => {
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  await untilInterrupted(onStopped, async () => {});
  expect(onStopped).not.toHaveBeenCalled();
  expect(process.listenerCount('SIGTERM')).toBe(0);
});
