import type { PriceTable } from '../base/estimate-cost.ts';
import { DEFAULT_REDACTIONS, type Redactions } from '../base/redactions.ts';
import type { Adapter } from '../model/adapter.ts';
import type { FrameworkReader, Frameworks } from '../model/model-call.ts';
import type { Run } from '../model/run.ts';
import { createAgentTurnAdapter } from './agent-turn/agent-turn-adapter.ts';
import { createFrameworks } from './all-frameworks.ts';
import { genericAdapter } from './generic.ts';
import { AGENT_WORKFLOW } from './trading/names-v1.ts';
import { tradingAdapter } from './trading/trading-adapter.ts';

/** Everything that makes sense of events. */
export type Understanding = {
  readonly frameworks: Frameworks;
  /** Who cuts and explains a run. */
  readonly adapterFor: (run: Pick<Run, 'workflowType'>, seen: { readonly hasModelCalls: boolean }) => Adapter;
  /** By the name that a tick was stored under. A name that this version does not know is told in general terms. */
  readonly adapterNamed: (name: string) => Adapter;
  /** What of events nobody is shown. */
  readonly redactions: Redactions;
  /** Absent when: the user gives no prices; then no cost is known. */
  readonly prices?: PriceTable;
};

type UnderstandingSettings = Partial<Pick<Understanding, 'redactions' | 'prices'>>;

/** Our own frameworks and adapters, with those that the user adds. */
export function createUnderstanding(
  ofUser: readonly FrameworkReader[] = [],
  { redactions = DEFAULT_REDACTIONS, prices }: UnderstandingSettings = {},
): Understanding {
  const frameworks = createFrameworks(ofUser);
  const agentTurns = createAgentTurnAdapter(frameworks);
  const adapters: readonly Adapter[] = [tradingAdapter, agentTurns, genericAdapter];
  return {
    redactions,
    ...(prices === undefined ? {} : { prices }),
    frameworks,
    adapterFor: ({ workflowType }, { hasModelCalls }) => {
      if (workflowType === AGENT_WORKFLOW) return tradingAdapter;
      return hasModelCalls ? agentTurns : genericAdapter;
    },
    adapterNamed: (name) => adapters.find((adapter) => adapter.name === name) ?? genericAdapter,
  };
}
