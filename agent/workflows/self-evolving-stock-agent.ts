import { ApplicationFailure } from '@temporalio/common';
import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import { type AgentInput, agentInputSchema } from '../contract/agent-input.ts';
import type { AgentState } from '../contract/agent-state.ts';
import type { Strategy, StrategySelection } from '../contract/strategy.ts';
import type { AgentRun } from './agent-run.ts';
import { createMemory, toCarriedState } from './create-memory.ts';
import { discoverStrategy } from './discover-strategy.ts';
import { handleSignals } from './handle-signals.ts';
import { untilInterrupted } from './interruptible.ts';
import { trade } from './trade.ts';

/**
 * The trading agent: finds a strategy, then trades on it until stopped.
 *
 * Shape: the result is the last state.
 * Throws: when the input is invalid or every backtest failed; nothing that happens while trading ends it.
 */
export async function selfEvolvingStockAgent(rawInput: AgentInput): Promise<AgentState> {
  const input = parseInput(rawInput);
  const memory = createMemory(input);
  handleSignals(memory);
  const run: AgentRun = { input, workflowId: workflowInfo().workflowId, memory };
  const selection = input.carried?.selection ?? (await discover(run));
  const end = selection === undefined ? 'finished' : await trade(run, toStrategy(input, selection));
  await condition(allHandlersFinished);
  if (end === 'continue-as-new' && selection !== undefined) {
    await continueAsNew<typeof selfEvolvingStockAgent>({
      ...input,
      carried: toCarriedState(memory, selection),
    });
  }
  memory.state.phase = 'stopped';
  return memory.state;
}

function parseInput(rawInput: unknown): AgentInput {
  const parsed = agentInputSchema.safeParse(rawInput);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw ApplicationFailure.nonRetryable(
    `Invalid input: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
    'InvalidInput',
  );
}

/** Absent when: stopped before a strategy was found. */
async function discover(run: AgentRun): Promise<StrategySelection | undefined> {
  const { state } = run.memory;
  try {
    const found = await untilInterrupted(
      () => discoverStrategy(run),
      () => state.stopping !== undefined,
    );
    return found.kind === 'done' ? found.value : undefined;
  } catch (error) {
    state.phase = 'failed';
    throw error;
  }
}

function toStrategy(input: AgentInput, { winner }: StrategySelection): Strategy {
  const strategy = input.candidateStrategies.find((candidate) => candidate.id === winner);
  if (strategy === undefined) {
    throw ApplicationFailure.nonRetryable(`The winner ${winner} is not among the candidates`, 'InvalidInput');
  }
  return strategy;
}
