import { setTimeout as delay } from 'node:timers/promises';
import type { AgentClient } from '../../agent/client/agent-client.ts';
import { AgentClientError } from '../../agent/client/agent-client-error.ts';
import type { AgentState } from '../../agent/contract/agent-state.ts';
import { createRandom } from './plan-kills.ts';

const LOOK_EVERY_MS = 100;
/** A question that a killed worker took with it is answered after 10 s, by an error: ask its successor meanwhile. */
const ANSWER_LIMIT_MS = 1_000;
/** Two of three orders go on, so that both answers occur. */
const APPROVED_SHARE = 2 / 3;

export interface Observer {
  /** Absent when: no worker has answered yet. */
  readonly state: () => AgentState | undefined;
  /** Looks and answers until the signal is given. */
  readonly run: (signal: AbortSignal) => Promise<void>;
}

/** Looks at the agent again and again, and answers each approval at once, as a script. While the worker is away nothing is seen. */
export function createObserver(client: AgentClient, workflowId: string, seed: number): Observer {
  const random = createRandom(seed);
  let state: AgentState | undefined;
  let answered: string | undefined;
  const answerPending = async (): Promise<void> => {
    const approval = state?.approval;
    if (approval?.status !== 'pending' || approval.request.orderHash === answered) return;
    const { tradeId, orderHash } = approval.request;
    const send = random() < APPROVED_SHARE ? client.approveTrade : client.rejectTrade;
    // Before sending: the next look must not answer a second time.
    answered = orderHash;
    await send(workflowId, { tradeId, orderHash, approver: 'chaos-script', comment: 'answered by a script' });
  };
  const look = async (): Promise<void> => {
    try {
      const seen = await client.getState(workflowId);
      // Answers can overtake each other: the later state is the true one.
      if (state === undefined || seen.tick >= state.tick) state = seen;
      await answerPending();
    } catch (error) {
      // No worker is there to answer, or the run has just ended.
      if (!(error instanceof AgentClientError)) throw error;
    }
  };
  return {
    state: () => state,
    run: async (signal) => {
      const pending = new Set<Promise<void>>();
      while (!signal.aborted) {
        const looking = look().finally(() => pending.delete(looking));
        pending.add(looking);
        await Promise.race([looking, delay(ANSWER_LIMIT_MS)]);
        await delay(LOOK_EVERY_MS);
      }
      // The connection must outlive the questions that are still under way.
      await Promise.all(pending);
    },
  };
}
