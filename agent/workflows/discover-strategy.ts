import { ApplicationFailure } from '@temporalio/common';
import { executeChild, isCancellation, ParentClosePolicy, upsertMemo } from '@temporalio/workflow';
import { BACKTEST_TASK_QUEUE, BACKTEST_WORKFLOW, MEMO, toBacktestId } from '../contract/names.ts';
import type { BarSeries, Scorecard, Strategy, StrategySelection } from '../contract/strategy.ts';
import { selectWinner } from '../policy/select-winner.ts';
import { fetchHistoryBars } from './activity-proxies.ts';
import type { AgentRun } from './agent-run.ts';
import type { backtestSandbox } from './backtest-sandbox.ts';
import { toFailureText } from './failure-text.ts';

/**
 * Phase 1: one backtest per candidate, all at once; the best one trades.
 *
 * Throws: ApplicationFailure when not one backtest succeeded.
 */
export async function discoverStrategy(run: AgentRun): Promise<StrategySelection> {
  const { ticker, historyRange, candidateStrategies } = run.input;
  const bars = await fetchHistoryBars({ symbol: ticker, range: historyRange });
  const results = await Promise.all(
    candidateStrategies.map((strategy) => runCandidate(run.workflowId, strategy, bars)),
  );
  const scorecards = results.flatMap((result) => ('scorecard' in result ? [result.scorecard] : []));
  const failed = results.flatMap((result) => ('error' in result ? [result] : []));
  run.memory.state.scorecards = scorecards.map(({ equityCurve: _, ...rest }) => rest);
  const selection = toSelection(scorecards, failed);
  run.memory.state.selection = selection;
  upsertMemo({ [MEMO.strategy]: selection });
  return selection;
}

type CandidateResult = { readonly scorecard: Scorecard } | StrategySelection['failed'][number];

/** The longest that a backtest may take, its retries and the wait for a free worker included. */
const BACKTEST_LIMIT = '10 minutes';

async function runCandidate(
  workflowId: string,
  strategy: Strategy,
  bars: BarSeries,
): Promise<CandidateResult> {
  try {
    const scorecard = await executeChild<typeof backtestSandbox>(BACKTEST_WORKFLOW, {
      workflowId: toBacktestId(workflowId, strategy.id),
      taskQueue: BACKTEST_TASK_QUEUE,
      args: [{ strategy, bars }],
      parentClosePolicy: ParentClosePolicy.TERMINATE,
      workflowExecutionTimeout: BACKTEST_LIMIT,
    });
    return { scorecard };
  } catch (error) {
    if (isCancellation(error)) throw error;
    return { strategyId: strategy.id, error: toFailureText(error) };
  }
}

function toSelection(
  scorecards: readonly Scorecard[],
  failed: StrategySelection['failed'],
): StrategySelection {
  const winner = selectWinner(scorecards);
  if (winner === undefined) {
    const first = failed[0]?.error ?? 'there were no candidates';
    throw ApplicationFailure.nonRetryable(`Every backtest failed; the first: ${first}`, 'NoStrategy');
  }
  const { strategyId, family, sharpe, maxDrawdownRatio } = winner;
  return { winner: strategyId, family, sharpe, maxDrawdownRatio, failed };
}
