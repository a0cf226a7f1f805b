/** A process that lived this long was up and running: its death is news, not a failure to start. */
const QUICK_DEATH_MS = 10_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
/** The delays before it add up to about 16 s: long enough for a port or a lock of a predecessor to become free. */
const QUICK_DEATHS_BEFORE_GIVING_UP = 6;
/** After a kill that was asked for, long enough to be seen. */
const ASKED_DELAY_MS = 1_000;

type RestartDecision =
  | { readonly kind: 'restart'; readonly delayMs: number; readonly quickDeaths: number }
  | { readonly kind: 'give-up'; readonly quickDeaths: number };

interface ProcessEnd {
  /** Quick deaths in a row before this end. */
  readonly quickDeaths: number;
  readonly ranMs: number;
  readonly cause: 'asked' | 'died';
}

/** Decides what follows the end of a process: start again with exponential backoff, or give up after too many quick deaths in a row. */
export function decideRestart({ quickDeaths, ranMs, cause }: ProcessEnd): RestartDecision {
  if (cause === 'asked') return { kind: 'restart', delayMs: ASKED_DELAY_MS, quickDeaths };
  if (ranMs >= QUICK_DEATH_MS) return { kind: 'restart', delayMs: FIRST_DELAY_MS, quickDeaths: 0 };
  const count = quickDeaths + 1;
  if (count >= QUICK_DEATHS_BEFORE_GIVING_UP) return { kind: 'give-up', quickDeaths: count };
  return {
    kind: 'restart',
    delayMs: Math.min(FIRST_DELAY_MS * 2 ** (count - 1), LONGEST_DELAY_MS),
    quickDeaths: count,
  };
}
