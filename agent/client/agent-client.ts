import type { WorkflowClient } from '@temporalio/client';
import { type AgentInput, agentInputSchema } from '../contract/agent-input.ts';
import { type AgentState, agentStateSchema } from '../contract/agent-state.ts';
import { type ApprovalAnswer, approvalAnswerSchema } from '../contract/approval.ts';
import { AGENT_TASK_QUEUE, AGENT_WORKFLOW, SIGNALS, STATE_QUERY } from '../contract/names.ts';
import { type By, bySchema, type InjectedNews, injectedNewsSchema } from '../contract/signals.ts';
import { orClientError } from './agent-client-error.ts';
import { type AgentListItem, listAgents } from './list-agents.ts';

/** Drives agents by name. Every method throws AgentClientError, and ZodError for an argument against the contract. */
export interface AgentClient {
  readonly startAgent: (input: AgentInput, options: { readonly workflowId: string }) => Promise<StartedAgent>;
  readonly approveTrade: (workflowId: string, answer: ApprovalAnswer) => Promise<void>;
  readonly rejectTrade: (workflowId: string, answer: ApprovalAnswer) => Promise<void>;
  readonly fastForwardTick: (workflowId: string, by: By) => Promise<void>;
  readonly injectNews: (workflowId: string, news: InjectedNews) => Promise<void>;
  readonly stop: (workflowId: string, by: By) => Promise<void>;
  readonly halt: (workflowId: string, by: By) => Promise<void>;
  readonly resume: (workflowId: string, by: By) => Promise<void>;
  readonly getState: (workflowId: string) => Promise<AgentState>;
  /** Newest first, running and closed, one item per run. */
  readonly listAgents: (options?: { readonly limit?: number }) => Promise<readonly AgentListItem[]>;
  readonly close: () => Promise<void>;
}

export interface StartedAgent {
  readonly workflowId: string;
  readonly runId: string;
}

/** The client over an open connection; `close` is what closes it. */
export function createAgentClient(workflows: WorkflowClient, close: () => Promise<void>): AgentClient {
  const about = <T>(workflowId: string, request: (handle: Handle) => Promise<T>): Promise<T> =>
    orClientError(workflowId, () => request(workflows.getHandle(workflowId)));
  const toSignal =
    <T>(name: string, schema: { parse: (value: unknown) => T }) =>
    (workflowId: string, argument: T): Promise<void> => {
      const checked = schema.parse(argument);
      return about(workflowId, (handle) => handle.signal(name, checked));
    };
  return {
    startAgent: (input, { workflowId }) => startAgent(workflows, agentInputSchema.parse(input), workflowId),
    approveTrade: toSignal(SIGNALS.approveTrade, approvalAnswerSchema),
    rejectTrade: toSignal(SIGNALS.rejectTrade, approvalAnswerSchema),
    fastForwardTick: toSignal(SIGNALS.fastForwardTick, bySchema),
    injectNews: toSignal(SIGNALS.injectNews, injectedNewsSchema),
    stop: toSignal(SIGNALS.stop, bySchema),
    halt: toSignal(SIGNALS.halt, bySchema),
    resume: toSignal(SIGNALS.resume, bySchema),
    getState: (workflowId) =>
      about(workflowId, async (handle) => agentStateSchema.parse(await handle.query(STATE_QUERY))),
    listAgents: ({ limit = 100 } = {}) => orClientError(AGENT_WORKFLOW, () => listAgents(workflows, limit)),
    close,
  };
}

type Handle = ReturnType<WorkflowClient['getHandle']>;

async function startAgent(
  workflows: WorkflowClient,
  input: AgentInput,
  workflowId: string,
): Promise<StartedAgent> {
  const handle = await orClientError(workflowId, () =>
    workflows.start(AGENT_WORKFLOW, { args: [input], taskQueue: AGENT_TASK_QUEUE, workflowId }),
  );
  return { workflowId, runId: handle.firstExecutionRunId };
}
