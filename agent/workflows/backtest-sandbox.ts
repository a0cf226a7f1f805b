import type { BacktestInput, Scorecard } from '../contract/strategy.ts';
import { backtest } from './activity-proxies.ts';

/** One backtest as a workflow of its own: it has its own history, its own failure and its own task queue. */
export function backtestSandbox(input: BacktestInput): Promise<Scorecard> {
  return backtest.runBacktest(input);
}
