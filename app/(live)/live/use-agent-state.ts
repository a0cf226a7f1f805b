'use client';
import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { type AgentState, agentStateSchema } from '#agent/contract/agent-state.ts';
import { toActionPath } from '#app/paths.ts';

const ASK_AGAIN_MS = 4000;
const problemSchema = z.looseObject({ detail: z.string() });

/** What the agent itself says, and when it said so. */
export type AgentAnswer = {
  /** Absent when: it has not answered yet. A state stays while the worker is away. */
  readonly state?: AgentState;
  /** Milliseconds of this machine's clock. */
  readonly answeredAtMs?: number;
  /** Why the last question had no answer. Absent when: it had. */
  readonly problem?: string;
};

/** Asks the agent for its state now, whenever `changeMark` changes, and every few seconds. */
export function useAgentState(workflowId: string, changeMark: string): AgentAnswer {
  const [answer, setAnswer] = useState<AgentAnswer>({});
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const result = await readState(workflowId, signal);
      if (signal.aborted) return;
      setAnswer((before) => (result.state ? result : { ...before, ...result }));
    },
    [workflowId],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new mark means that the run went on: ask at once
  useEffect(() => {
    const over = new AbortController();
    void ask(over.signal);
    const timer = setInterval(() => void ask(over.signal), ASK_AGAIN_MS);
    return () => {
      over.abort();
      clearInterval(timer);
    };
  }, [ask, changeMark]);
  return answer;
}

async function readState(workflowId: string, signal: AbortSignal): Promise<AgentAnswer> {
  try {
    const response = await fetch(toActionPath(workflowId, 'state'), { signal });
    const body: unknown = await response.json();
    if (!response.ok)
      return {
        problem: problemSchema.safeParse(body).data?.detail ?? `The server answered ${response.status}.`,
      };
    const state = agentStateSchema.safeParse(body);
    if (!state.success) return { problem: 'The agent answered with a state of another version.' };
    return { state: state.data, answeredAtMs: Date.now() };
  } catch {
    return { problem: 'The server of this page does not answer.' };
  }
}
