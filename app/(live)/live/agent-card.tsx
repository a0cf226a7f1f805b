'use client';
import Link from 'next/link';
import { formatCents } from '#app/_runs/format-value.ts';
import { ToneText } from '#app/_ui/tone.tsx';
import { toLivePath } from '#app/paths.ts';
import type { TickSummary } from '#auditor/model/tick.ts';
import { Phase } from './phase.tsx';
import { useAgentState } from './use-agent-state.ts';

/** A running agent at a glance; what waits for approval comes first. */
export function AgentCard({
  workflowId,
  lastTick,
  changeMark,
}: {
  readonly workflowId: string;
  readonly lastTick: TickSummary | undefined;
  readonly changeMark: string;
}) {
  const { state, problem } = useAgentState(workflowId, changeMark);
  const pending = state?.approval?.status === 'pending' ? state.approval.request : undefined;
  return (
    <article className={`card min-w-0 p-4 ${pending ? 'border-2 border-warn' : ''}`}>
      <header className="flex flex-wrap items-start justify-between gap-2">
        <h3 className="min-w-0 font-[620] break-all">
          <Link data-row className="hover:text-accent" href={toLivePath(workflowId)}>
            {workflowId}
          </Link>
        </h3>
        {state ? (
          <Phase phase={state.phase} />
        ) : (
          <span className="text-xs text-ink-3">{problem ?? 'asking the agent'}</span>
        )}
      </header>
      {pending && (
        <p className="mt-3 flex flex-wrap items-center justify-between gap-2 rounded-md bg-warn-wash px-3 py-2">
          <span className="nums font-[600]">
            {pending.order.side} {pending.order.orderQty} {pending.order.symbol} at{' '}
            {formatCents(pending.order.priceCents)}
          </span>
          <Link className="button" href={toLivePath(workflowId)}>
            Review order
          </Link>
        </p>
      )}
      <dl className="nums mt-3 grid grid-cols-3 gap-x-4 text-xs">
        <Small name="Tick" value={String(state?.tick ?? lastTick?.tick ?? '')} />
        <Small
          name="Price"
          value={state?.lastPriceCents === undefined ? '' : formatCents(state.lastPriceCents)}
        />
        <Small name="Position" value={state ? String(state.account.positionQty) : ''} />
      </dl>
      {lastTick && (
        <p className="mt-3 flex gap-2 border-t border-line pt-2 text-xs">
          <span className="shrink-0 text-ink-3">{lastTick.label}</span>
          <ToneText tone={lastTick.tone}>{lastTick.outcome}</ToneText>
        </p>
      )}
    </article>
  );
}

function Small({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt className="label">{name}</dt>
      <dd className="text-sm font-[550]">{value === '' ? '—' : value}</dd>
    </div>
  );
}
