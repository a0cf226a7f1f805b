import { cite } from '../../base/cite.ts';
import type { AnswerSection, AnswerTable } from '../../model/answer.ts';
import { citeActivity, toOutcome } from '../activity-node.ts';
import { toExcerpt } from '../excerpt.ts';
import type { Backtest } from './read-backtests.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';
import { toName, toPercentText } from './words.ts';

/** Which candidates were tried and which won. Absent when: the tick tried none. */
export function toDiscoverySection(tick: TradingTick): AnswerSection | undefined {
  const { runId, bars, backtests, selection } = tick;
  if (!bars && backtests.length === 0) return undefined;
  return {
    id: 'known',
    title: 'Which strategies were tried',
    statements: [
      ...(bars
        ? [
            {
              text: bars.result
                ? `The backtests ran on ${bars.result.value.closeCents.length} daily closes (source ${toName(bars.result.value.source, bars.result.event.eventId)}).`
                : `The history of prices: ${toOutcome(bars.activity)}.`,
              citations: citeActivity(runId, bars.activity),
            },
          ]
        : []),
      ...(selection
        ? [
            {
              text: `The agent recorded ${toName(selection.value.winner, selection.event.eventId)} as the winner.`,
              citations: [citeIn(runId, selection, 'winner')],
            },
          ]
        : []),
    ],
    ...(backtests.length > 0 ? { table: toTable(tick) } : {}),
  };
}

function toTable({ runId, backtests, selection }: TradingTick): AnswerTable {
  return {
    columns: ['strategy', 'Sharpe', 'max drawdown', 'return', 'trades', 'isolation'],
    rows: backtests.map((backtest) => ({
      cells: toCells(backtest),
      tone: !backtest.closed
        ? 'neutral'
        : !backtest.scorecard
          ? 'bad'
          : backtest.strategyId === selection?.value.winner
            ? 'good'
            : 'neutral',
      citations: [
        cite(runId, backtest.initiated),
        ...(backtest.closed ? [cite(runId, backtest.closed)] : []),
      ],
    })),
  };
}

function toCells({ strategyId, initiated, scorecard, error, closed }: Backtest): readonly string[] {
  const name = toExcerpt(strategyId, initiated.eventId, 80);
  if (!scorecard) {
    const end = closed ? `failed: ${toExcerpt(error ?? '', closed.eventId, 120)}` : 'running';
    return [name, end, '', '', '', ''];
  }
  const { sharpe, maxDrawdownRatio, returnRatio, tradeCount, isolation } = scorecard.value;
  return [
    name,
    String(sharpe),
    toPercentText(maxDrawdownRatio),
    toPercentText(returnRatio),
    String(tradeCount),
    toExcerpt(isolation, scorecard.event.eventId, 60),
  ];
}
