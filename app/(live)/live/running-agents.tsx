import { AGENT_WORKFLOW } from '#agent/contract/names.ts';
import { listRuns } from '#auditor/query/list-runs.ts';
import type { Index } from '#auditor/query/open-index.ts';
import { AgentCard } from './agent-card.tsx';

const LOOKED_AT = 100;

/** The agents that run now, as cards. */
export function RunningAgents({ index }: { readonly index: Index | undefined }) {
  const running = index
    ? listRuns(index, { workflowType: AGENT_WORKFLOW, status: 'running', limit: LOOKED_AT }).items
    : [];
  if (running.length === 0) {
    return (
      <p className="card p-4 text-ink-2">
        No agent runs now. Start one, or look at the record of those that ran.
      </p>
    );
  }
  return (
    <div className="grid gap-4 sm:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
      {running.map((item) => (
        <AgentCard
          key={item.firstRunId}
          workflowId={item.workflowId}
          lastTick={item.lastTick}
          changeMark={`${item.lastEventTime} ${item.lastTick?.lastEventId}`}
        />
      ))}
    </div>
  );
}
