const FIRST_MS = 100;
const LONGEST_MS = 5_000;

/** Wait before the next attempt, in milliseconds, after so many failures in a row: twice as long each time, up to 5 s. */
export function toRetryDelayMs(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
}
