/** Exit code of a command that Ctrl-C ended, as shells have it: 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/** Runs work that Ctrl-C ends in good order: its signal is aborted, and what the work then throws is not an error. */
export async function untilInterrupted(
  onStopped: () => void,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    await work(ending.signal);
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
  if (!ending.signal.aborted) return;
  onStopped();
  process.exitCode = INTERRUPTED;
}
