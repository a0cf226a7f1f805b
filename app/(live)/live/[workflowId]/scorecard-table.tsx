import type { AgentState } from '#agent/contract/agent-state.ts';
import { formatValue } from '#app/_runs/format-value.ts';
import { ToneText } from '#app/_ui/tone.tsx';

/** How the candidate strategies did in their backtests, best first, and which one trades. */
export function ScorecardTable({ state }: { readonly state: AgentState }) {
  const cards = state.scorecards.toSorted((a, b) => b.sharpe - a.sharpe);
  if (cards.length === 0) return <p className="p-4 text-ink-2">The backtests are not finished yet.</p>;
  return (
    <table className="grid-table">
      <thead>
        <tr>
          <th>Strategy</th>
          <th className="text-right">Sharpe</th>
          <th className="text-right">Return</th>
          <th className="text-right">Drawdown</th>
          <th className="hidden text-right sm:table-cell">Wins</th>
          <th className="hidden text-right sm:table-cell">Trades</th>
        </tr>
      </thead>
      <tbody className="nums">
        {cards.map((card) => (
          <tr
            key={card.strategyId}
            title={`isolated by ${card.isolation}; program ${card.codeDigest.slice(0, 12)}`}
          >
            <td>
              {card.strategyId === state.selection?.winner ? (
                <ToneText tone="good">
                  <span className="font-[600]">{card.strategyId}</span> selected
                </ToneText>
              ) : (
                <span className="ml-5">{card.strategyId}</span>
              )}
            </td>
            <td className="text-right">{card.sharpe.toFixed(2)}</td>
            <td className="text-right">{formatValue(card.returnRatio, 'ratio')}</td>
            <td className="text-right">{formatValue(card.maxDrawdownRatio, 'ratio')}</td>
            <td className="hidden text-right sm:table-cell">{formatValue(card.winRateRatio, 'ratio')}</td>
            <td className="hidden text-right sm:table-cell">{card.tradeCount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
