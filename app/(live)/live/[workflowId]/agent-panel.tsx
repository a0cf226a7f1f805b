'use client';
import type { ReactNode } from 'react';
import { Card } from '#app/_ui/card.tsx';
import { formatTimeUtc } from '#app/_ui/format-time.ts';
import { ToneText } from '#app/_ui/tone.tsx';
import { Phase } from '../phase.tsx';
import { useActions } from '../use-actions.ts';
import { type AgentAnswer, useAgentState } from '../use-agent-state.ts';
import { AgentControls } from './agent-controls.tsx';
import { AgentFigures } from './agent-figures.tsx';
import { ApprovalCard } from './approval-card.tsx';
import { ScorecardTable } from './scorecard-table.tsx';

/** The agent as it is now: what it says itself beside what the history says (`children`: its ticks). */
export function AgentPanel(props: {
  readonly workflowId: string;
  readonly changeMark: string;
  readonly actor: string;
  readonly startingCashCents: number | undefined;
  readonly nextTickAt: string | undefined;
  readonly children: ReactNode;
}) {
  const answer = useAgentState(props.workflowId, props.changeMark);
  const { results, send } = useActions();
  const { state } = answer;
  const isOver = state?.phase === 'stopped' || state?.phase === 'failed';
  const pending = state?.approval?.status === 'pending' && !isOver ? state.approval : undefined;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="grid min-w-0 gap-4">
        <Says answer={answer} />
        {pending && (
          <ApprovalCard
            key={pending.request.orderHash}
            workflowId={props.workflowId}
            approval={pending}
            actor={props.actor}
            send={send}
          />
        )}
        {state && (
          <AgentFigures
            state={state}
            startingCashCents={props.startingCashCents}
            nextTickAt={props.nextTickAt}
          />
        )}
        {props.children}
      </div>
      {state && (
        <div className="grid min-w-0 gap-4">
          {!isOver && (
            <AgentControls
              workflowId={props.workflowId}
              state={state}
              actor={props.actor}
              results={results}
              send={send}
            />
          )}
          <Card title="Strategies" flush>
            <ScorecardTable state={state} />
          </Card>
        </div>
      )}
    </div>
  );
}

/** Phase, kill switch, and whether the agent answers at all. */
function Says({ answer: { state, problem, answeredAtMs } }: { readonly answer: AgentAnswer }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2" aria-live="polite">
      {state && <Phase phase={state.phase} />}
      {state?.halted && (
        <ToneText tone="bad">
          halted by {state.halted.by}: {state.halted.reason}
        </ToneText>
      )}
      {state?.stopping && (
        <ToneText tone="warn">
          stopping, asked by {state.stopping.by}: {state.stopping.reason}
        </ToneText>
      )}
      {problem !== undefined && (
        <ToneText tone="warn">
          {problem}
          {answeredAtMs !== undefined &&
            ` Shown is its state of ${formatTimeUtc(new Date(answeredAtMs).toISOString()).clock.slice(0, 8)} UTC.`}
        </ToneText>
      )}
      {!state && problem === undefined && <span className="text-ink-3">asking the agent</span>}
    </div>
  );
}
