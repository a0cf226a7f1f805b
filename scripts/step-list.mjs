/** How long a step may be silent before it shows that it is still at work. */
const STILL_AT_WORK_EVERY_MS = 10_000;

/** Steps faster than this need no line at their start. */
const SHOW_START_AFTER_MS = 400;

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const writeLine = (text) => process.stderr.write(`${text}\n`);

/**
 * Runs one named step of a set-up and prints what it does: a line when it starts (if it takes a moment), one every ten seconds, one at the end.
 *
 * Shape: `work(note)` may call `note(text)` for a line of its own, and returns what to print instead of the time ("already done").
 */
export async function runStep(name, work) {
  const startedAt = performance.now();
  const elapsed = () => seconds(performance.now() - startedAt);
  const note = (text) => writeLine(`    ${text}`);
  const start = setTimeout(() => writeLine(`  … ${name}`), SHOW_START_AFTER_MS);
  const ticker = setInterval(() => writeLine(`  … ${name}: ${elapsed()}`), STILL_AT_WORK_EVERY_MS);
  try {
    const result = await work(note);
    writeLine(`  ✓ ${name.padEnd(22)} ${typeof result === 'string' ? result : elapsed()}`);
  } catch (error) {
    writeLine(`  ✗ ${name.padEnd(22)} failed after ${elapsed()}`);
    throw error;
  } finally {
    clearTimeout(start);
    clearInterval(ticker);
  }
}
