import type { AgentState } from '#agent/contract/agent-state.ts';

/** What the account is worth, from the agent's own figures. Units: cents. */
type AccountFigures = {
  /** Absent when: no price is known yet and shares are held. */
  readonly equityCents?: number;
  /** Of the shares held, against their average cost. Absent when: no price is known yet. */
  readonly unrealizedPnlCents?: number;
  /** Against the cash at the start. Absent when: equity or starting cash is unknown. */
  readonly totalPnlCents?: number;
};

export function toAccountFigures(
  { account, lastPriceCents }: Pick<AgentState, 'account' | 'lastPriceCents'>,
  startingCashCents: number | undefined,
): AccountFigures {
  if (account.positionQty === 0) return withTotal(account.cashCents, 0, startingCashCents);
  if (lastPriceCents === undefined) return {};
  const equity = account.cashCents + account.positionQty * lastPriceCents;
  const unrealized = account.positionQty * (lastPriceCents - account.avgCostCents);
  return withTotal(equity, unrealized, startingCashCents);
}

function withTotal(
  equityCents: number,
  unrealizedPnlCents: number,
  start: number | undefined,
): AccountFigures {
  return {
    equityCents,
    unrealizedPnlCents,
    ...(start === undefined ? {} : { totalPnlCents: equityCents - start }),
  };
}
