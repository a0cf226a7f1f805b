'use client';
import type { ReactNode } from 'react';
import type { AgentState } from '#agent/contract/agent-state.ts';
import { formatCents } from '#app/_runs/format-value.ts';
import { Countdown } from '#app/_ui/countdown.tsx';
import { toAccountFigures } from '../account-figures.ts';

/** Where the agent stands, in figures. */
export function AgentFigures({
  state,
  startingCashCents,
  nextTickAt,
}: {
  readonly state: AgentState;
  readonly startingCashCents: number | undefined;
  readonly nextTickAt: string | undefined;
}) {
  const { account, lastPriceCents, phase } = state;
  const { equityCents, unrealizedPnlCents, totalPnlCents } = toAccountFigures(state, startingCashCents);
  return (
    <dl className="card grid grid-cols-2 gap-px overflow-clip bg-line sm:grid-cols-4">
      <Figure name="Tick">
        {state.tick}
        {phase === 'waiting' && nextTickAt !== undefined && (
          <small className="ml-2 text-xs font-[450] text-ink-3">
            in <Countdown until={nextTickAt} over="a moment" />
          </small>
        )}
      </Figure>
      <Figure name={`Price ${state.ticker}`}>{cents(lastPriceCents)}</Figure>
      <Figure name="Position">
        {account.positionQty.toLocaleString('en')}
        {account.positionQty !== 0 && (
          <small className="ml-2 text-xs font-[450] text-ink-3">at {formatCents(account.avgCostCents)}</small>
        )}
      </Figure>
      <Figure name="Cash">{cents(account.cashCents)}</Figure>
      <Figure name="Equity">{cents(equityCents)}</Figure>
      <Figure name="P&amp;L since start">{signed(totalPnlCents)}</Figure>
      <Figure name="Realized / unrealized">
        <span className="text-sm">
          {signed(account.realizedPnlCents)} <span className="text-ink-3">/</span>{' '}
          {signed(unrealizedPnlCents)}
        </span>
      </Figure>
      <Figure name="Orders / notional today">
        <span className="text-sm">
          {state.orderCount} <span className="text-ink-3">/</span> {formatCents(state.dailyNotionalCents)}
        </span>
      </Figure>
    </dl>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0 bg-card px-4 py-2.5">
      <dt className="label">{name}</dt>
      <dd className="nums mt-0.5 text-base font-[600] break-words">{children}</dd>
    </div>
  );
}

const cents = (value: number | undefined) => (value === undefined ? 'not known yet' : formatCents(value));

/** Sign and colour together. */
function signed(value: number | undefined) {
  if (value === undefined) return 'not known yet';
  const tone = value > 0 ? 'text-good' : value < 0 ? 'text-bad' : '';
  return (
    <span className={tone}>{`${value > 0 ? '+' : value < 0 ? '−' : ''}${formatCents(Math.abs(value))}`}</span>
  );
}
