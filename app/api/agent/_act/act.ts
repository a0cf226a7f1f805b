import { z } from 'zod';
import type { AgentClient } from '#agent/client/agent-client.ts';
import { approvalAnswerSchema } from '#agent/contract/approval.ts';
import { actorName } from '#app/_server/actor.ts';
import { answer, sendJson } from '#app/api/_http/answer.ts';
import { sendProblem } from '#app/api/_http/problem.ts';
import { workflowIdParam } from '#auditor/query/api/parameters.ts';
import { checkRequest } from './check-request.ts';
import { readBody } from './read-body.ts';
import { sharedAgentClient } from './shared-agent-client.ts';

const paramsSchema = z.object({ workflowId: workflowIdParam });

/** What a route gets to act with. `by` is who acts: the server's user, never a field of the request. */
type Action<Body> = {
  readonly client: AgentClient;
  readonly workflowId: string;
  readonly by: string;
  readonly body: Body;
};

/** A POST handler for one action on one agent: checks where the request comes from, reads its body, acts, says so. */
export function act<Body>(schema: z.ZodType<Body>, perform: (action: Action<Body>) => Promise<void>) {
  return (request: Request, { params }: { params: Promise<unknown> }): Promise<Response> =>
    answer(async () => {
      const refusal = checkRequest(request);
      if (refusal) return sendProblem(refusal);
      const { workflowId } = paramsSchema.parse(await params);
      const body = schema.parse(await readBody(request));
      await perform({ client: await sharedAgentClient(), workflowId, by: actorName(), body });
      return sendJson({ sent: true });
    });
}

/** Why somebody steers the agent, in a sentence; stands in the history. */
export const reasonSchema = z.strictObject({ reason: z.string().trim().max(500) });

/** An answer to an approval: exactly the order that was shown, by its hash. Who answers is the server's to say. */
export const approvalBodySchema = approvalAnswerSchema.omit({ approver: true });
