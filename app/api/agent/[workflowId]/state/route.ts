import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { answer, sendJson } from '#app/api/_http/answer.ts';
import { sendProblem } from '#app/api/_http/problem.ts';
import { checkRequest } from '#app/api/agent/_act/check-request.ts';
import { sharedAgentClient } from '#app/api/agent/_act/shared-agent-client.ts';
import { workflowIdParam } from '#auditor/query/api/parameters.ts';
import { createProblem } from '#auditor/query/api/problem.ts';

const paramsSchema = z.object({ workflowId: workflowIdParam });

/** A query is answered by the worker; a lost one gives none, and the server waits longer than a reader does. */
const ANSWER_TIMEOUT_MS = 4000;

export function GET(request: Request, { params }: { params: Promise<unknown> }) {
  return answer(async () => {
    const refusal = checkRequest(request);
    if (refusal) return sendProblem(refusal);
    const { workflowId } = paramsSchema.parse(await params);
    const client = await sharedAgentClient();
    const state = await withinMs(ANSWER_TIMEOUT_MS, client.getState(workflowId));
    if (state !== undefined) return sendJson(state);
    const detail = `The agent ${workflowId} did not answer within ${ANSWER_TIMEOUT_MS / 1000} s: its worker is down or busy. Its history is kept.`;
    return sendProblem(createProblem('server-unreachable', 503, detail));
  });
}

/** The value. Absent when: it took longer. */
async function withinMs<Value>(ms: number, value: Promise<Value>): Promise<Value | undefined> {
  const over = new AbortController();
  const late = delay(ms, undefined, { signal: over.signal }).catch(() => undefined);
  // The late answer of a lost worker is an error that nobody waits for.
  value.catch(() => undefined);
  try {
    return await Promise.race([value, late]);
  } finally {
    over.abort();
  }
}
