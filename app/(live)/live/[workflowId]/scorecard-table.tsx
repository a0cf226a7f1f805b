import type { AgentState } from '#agent/contract/agent-state.ts';
import { ScrollRegion } from '#app/_ui/scroll-region.tsx';
import { ToneText } from '#app/_ui/tone.tsx';

/** How the candidate strategies did in their backtests, best first, and which one trades. */
export function ScorecardTable({ state }: { readonly state: AgentState }) {
  const cards = state.scorecards.toSorted((a, b) => b.sharpe - a.sharpe);
  if (cards.length === 0) return <p className="p-4 text-ink-2">The backtests are not finished yet.</p>;
  return (
    <ScrollRegion label="Scorecards">
      <table className="grid-table [&_td]:px-2 [&_td]:whitespace-nowrap [&_td:first-child]:pl-4 [&_th]:px-2 [&_th:first-child]:pl-4">
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
                    <span className="font-[600]">{card.strategyId}</span>
                    <span className="sr-only"> selected</span>
                  </ToneText>
                ) : (
                  <span className="ml-5">{card.strategyId}</span>
                )}
              </td>
              <td className="text-right">{card.sharpe.toFixed(2)}</td>
              <td className="text-right">{perCent(card.returnRatio)}</td>
              <td className="text-right">{perCent(card.maxDrawdownRatio)}</td>
              <td className="hidden text-right sm:table-cell">{perCent(card.winRateRatio)}</td>
              <td className="hidden text-right sm:table-cell">{card.tradeCount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const perCent = (ratio: number) => `${(ratio * 100).toFixed(1)} %`;
