import type { StrategyRule } from './stance.ts';

/** What a strategy would have earned. */
export interface Simulation {
  /** One value per bar, start = 1. */
  readonly equity: readonly number[];
  /** Return of each trade; one that is still open is valued at the last close. */
  readonly tradeReturns: readonly number[];
}

/**
 * Runs a rule over closes: all in or all out, fees 0.
 *
 * Order: the stance taken at the close of a bar earns from the next bar on; a rule never sees a later close.
 */
export function simulate(closeCents: readonly number[], rule: StrategyRule): Simulation {
  const equity: number[] = [];
  const tradeReturns: number[] = [];
  let previous: number | undefined;
  let entryCents: number | undefined;
  for (const close of closeCents) {
    const growth = previous !== undefined && entryCents !== undefined ? close / previous : 1;
    equity.push((equity.at(-1) ?? 1) * growth);
    const stance = rule(close);
    if (stance === 'long') entryCents ??= close;
    if (stance === 'flat' && entryCents !== undefined) {
      tradeReturns.push(close / entryCents - 1);
      entryCents = undefined;
    }
    previous = close;
  }
  if (entryCents !== undefined && previous !== undefined) tradeReturns.push(previous / entryCents - 1);
  return { equity, tradeReturns };
}
