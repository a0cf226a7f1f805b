import type { AgentInput } from '#agent/contract/agent-input.ts';
import type { AgentState } from '#agent/contract/agent-state.ts';
import type { ApprovalAnswer, ApprovalRequest } from '#agent/contract/approval.ts';
import { CANDIDATE_STRATEGIES, toAgentInput } from '#agent/contract/default-input.ts';
import type { Stage } from './stage.ts';
import { waitUntil } from './wait-until.ts';

/** Two candidates instead of eight: the story is about trading, and each backtest costs a process. */
const FEW_CANDIDATES = CANDIDATE_STRATEGIES.slice(0, 2);

export const DESK = 'desk-7';

/** The usual limits with another threshold: at 0 every order is asked about. */
export const toLimits = (approvalThresholdCents: number): AgentInput['limits'] => ({
  ...toAgentInput({ ticker: 'NVDA', startedBy: DESK }).limits,
  approvalThresholdCents,
});

/** Starts an agent whose file stays small: half a year of bars, two candidates. */
export function startAgent(
  stage: Stage,
  workflowId: string,
  chosen: Partial<AgentInput> = {},
): ReturnType<Stage['agents']['startAgent']> {
  const input = toAgentInput({
    ticker: 'NVDA',
    startedBy: DESK,
    historyRange: '6mo',
    candidateStrategies: [...FEW_CANDIDATES],
    tickSeconds: 1,
    ...chosen,
  });
  return stage.agents.startAgent(input, { workflowId });
}

/** The first state that fits. The query is answered by a worker, so one must be up. */
export const awaitState = (
  stage: Stage,
  workflowId: string,
  what: string,
  fits: (state: AgentState) => boolean,
): Promise<AgentState> =>
  waitUntil(`${workflowId}: ${what}`, async () => {
    const state = await stage.agents.getState(workflowId).catch(() => undefined);
    return state !== undefined && fits(state) ? state : undefined;
  });

/** Waits until a person is asked, and says what about. */
export async function awaitQuestion(stage: Stage, workflowId: string): Promise<ApprovalRequest> {
  const isAsked = ({ phase, approval }: AgentState) =>
    phase === 'awaiting-approval' && approval?.status === 'pending';
  const { approval } = await awaitState(stage, workflowId, 'an approval is asked', isAsked);
  if (approval === undefined) throw new Error('unreachable: the state was checked');
  return approval.request;
}

/** The next question besides the one already answered. Absent when: the agent ended without another. */
export async function awaitNextQuestion(
  stage: Stage,
  workflowId: string,
  answered: string | undefined,
): Promise<ApprovalRequest | undefined> {
  const isNew = ({ phase, approval }: AgentState) =>
    phase === 'awaiting-approval' && approval?.status === 'pending' && approval.request.tradeId !== answered;
  const state = await awaitState(
    stage,
    workflowId,
    'a question or the end',
    (now) => now.phase === 'stopped' || isNew(now),
  );
  return state.phase === 'stopped' ? undefined : state.approval?.request;
}

export const toAnswer = (
  { tradeId, orderHash }: ApprovalRequest,
  approver: string,
  comment: string,
): ApprovalAnswer => ({ tradeId, orderHash, approver, comment });

/** Waits until the tick has ended. */
export const awaitTickEnd = (stage: Stage, workflowId: string, tick: number): Promise<AgentState> =>
  awaitState(stage, workflowId, `tick ${tick} has ended`, ({ recentIntents }) =>
    recentIntents.some((recent) => recent.tick === tick),
  );

/** Stops the agent and waits for its end. */
export async function stopAgent(stage: Stage, workflowId: string): Promise<void> {
  await stage.agents.stop(workflowId, { by: DESK, reason: 'the story is told' });
  await stage.workflows.getHandle(workflowId).result();
}

/** Waits until a worker has taken the activity and is at it. */
export const awaitActivityStarted = (stage: Stage, workflowId: string, activityType: string): Promise<true> =>
  waitUntil(`${workflowId}: ${activityType} is running`, async () => {
    const { raw } = await stage.workflows.getHandle(workflowId).describe();
    const isRunning = raw.pendingActivities?.some(
      (activity) =>
        activity.activityType?.name === activityType &&
        activity.lastStartedTime &&
        activity.state === STARTED,
    );
    return isRunning ? true : undefined;
  });

/** temporal.api.enums.v1.PendingActivityState.PENDING_ACTIVITY_STATE_STARTED */
const STARTED = 2;
