import { ApplicationFailure } from '@temporalio/common';
import type { BacktestRunner } from '../../../sandbox/protocol.ts';
import type { BacktestInput, Scorecard } from '../../contract/strategy.ts';
import { keepAlive } from '../keep-alive.ts';

export interface BacktestDependencies {
  readonly runner: BacktestRunner;
}

export type BacktestActivities = ReturnType<typeof createBacktestActivities>;

/** Activities that run a backtest in a sandbox. */
export function createBacktestActivities({ runner }: BacktestDependencies) {
  return {
    runBacktest: ({ strategy, bars }: BacktestInput): Promise<Scorecard> =>
      keepAlive(async () => {
        const result = await runner.run({ strategy, bars });
        if (result.kind === 'scorecard') return result.scorecard;
        // What the program itself complains of will be the same next time; the rest may have been a busy machine.
        const nonRetryable = result.code === 'program';
        throw ApplicationFailure.create({
          message: result.message,
          type: `Backtest.${result.code}`,
          nonRetryable,
        });
      }),
  };
}
