import { z } from 'zod';
import { agentInputSchema } from '#agent/contract/agent-input.ts';
import { toAgentInput } from '#agent/contract/default-input.ts';
import { actorName } from '#app/_server/actor.ts';
import { answer } from '#app/api/_http/answer.ts';
import { sendProblem } from '#app/api/_http/problem.ts';
import { checkRequest } from '#app/api/agent/_act/check-request.ts';
import { readBody } from '#app/api/agent/_act/read-body.ts';
import { sharedAgentClient } from '#app/api/agent/_act/shared-agent-client.ts';
import { toWorkflowId } from './to-workflow-id.ts';

const bodySchema = z.strictObject({
  ticker: agentInputSchema.shape.ticker,
  tickSeconds: z.int().min(0).max(86_400),
  maxTicks: z.int().min(1).max(100_000).optional(),
  model: z.string().trim().min(1).max(200).optional(),
});

/** Starts an agent with the default limits and candidates. */
export function POST(request: Request) {
  return answer(async () => {
    const refusal = checkRequest(request);
    if (refusal) return sendProblem(refusal);
    const {
      ticker,
      tickSeconds,
      maxTicks,
      model = process.env.TICKSCOPE_MODEL,
    } = bodySchema.parse(await readBody(request));
    const input = toAgentInput({
      ticker,
      tickSeconds,
      startedBy: actorName(),
      ...(maxTicks === undefined ? {} : { maxTicks }),
      ...(model === undefined ? {} : { model }),
    });
    const client = await sharedAgentClient();
    const started = await client.startAgent(input, { workflowId: toWorkflowId(ticker, new Date()) });
    return Response.json(started, { status: 201 });
  });
}
