/** What the price tends to do at a tick, before its noise. Units: ratio of the price. */
interface Regime {
  readonly drift: number;
  /** Largest noise of one tick. */
  readonly noise: number;
}

/**
 * Twenty ticks that come round again, in percent. They are written for the news slots of environment.json: the slump of tick 3 ends a calm rise,
 * so that RSI and bands say oversold while MACD and averages still say rising, and any strategy's family is aligned when the good news comes.
 */
const TICK_DRIFT_PERCENT: readonly number[] = [
  0.2, 0.2, -10.4, -0.2, 2.2, 1.6, -1.4, 1.0, 2.4, 2.0, 1.0, -2.6, 1.0, -2.0, 1.6, 2.4, -0.9, 1.6, -4.6, 2.2,
  -2.4, -2.2, -3.4, -2.0, 1.4, 1.2, -1.0, 1.4, 2.0, 1.6, 1.0, -1.8, 1.2, -1.4, 1.6, 2.0, -0.6, 1.6, -3.0, 1.8,
];

const TICK_NOISE = 0.006;

/** Days of calm rise with which the history ends. */
const CALM_DAYS = 42;

const CALM: Regime = { drift: 0.002, noise: 0.007 };

/** Regimes of the history before the calm rise, in turn from the newest to the oldest. */
const HISTORY: readonly Regime[] = [
  { drift: 0.0002, noise: 0.06 },
  { drift: 0.0014, noise: 0.045 },
  { drift: -0.0006, noise: 0.07 },
  { drift: 0.002, noise: 0.05 },
  { drift: -0.0014, noise: 0.065 },
  { drift: 0.001, noise: 0.04 },
];

/** Trading days that one regime of the history lasts. */
const REGIME_DAYS = 60;

/** The regime of a tick; ticks up to 0 are history. */
export function toRegime(tick: number): Regime {
  if (tick > 0) {
    const percent = TICK_DRIFT_PERCENT[(tick - 1) % TICK_DRIFT_PERCENT.length];
    return { drift: (percent ?? 0) / 100, noise: TICK_NOISE };
  }
  if (tick > -CALM_DAYS) return CALM;
  const index = Math.floor((-tick - CALM_DAYS) / REGIME_DAYS) % HISTORY.length;
  return HISTORY[index] ?? CALM;
}
