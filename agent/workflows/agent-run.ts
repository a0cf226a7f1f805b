import type { AgentInput } from '../contract/agent-input.ts';
import type { AgentState } from '../contract/agent-state.ts';
import type { InjectedNews } from '../contract/signals.ts';

/** News of a person, and for how many more ticks it is shown. */
export interface ActiveNews {
  readonly news: InjectedNews;
  readonly ticksLeft: number;
}

/** What the workflow remembers between two lines: the answer of `getState`, and what no view needs. */
export interface AgentMemory {
  state: AgentState;
  /** UTC date to which `state.dailyNotionalCents` belongs; empty before the first quote. */
  tradingDate: string;
  injectedNews: readonly ActiveNews[];
  /** A `fastForwardTick` that no wait has used yet. */
  fastForward: boolean;
}

/** One run of the agent: what it was given and what it remembers. */
export interface AgentRun {
  readonly input: AgentInput;
  readonly workflowId: string;
  readonly memory: AgentMemory;
}

/** Halted or stopping: no order may leave. */
export const isInterrupted = ({ state }: AgentMemory): boolean =>
  state.halted !== undefined || state.stopping !== undefined;
