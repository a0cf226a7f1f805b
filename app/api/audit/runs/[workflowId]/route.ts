import { z } from 'zod';
import { workflowIdParam } from '#app/_server/param-schemas.ts';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { answer, sendJson } from '#app/api/_http/answer.ts';
import { getChain } from '#auditor/query/get-chain.ts';

const paramsSchema = z.object({ workflowId: workflowIdParam });

export function GET(_request: Request, { params }: { params: Promise<unknown> }) {
  return answer(async () => sendJson(getChain(sharedIndex(), paramsSchema.parse(await params))));
}
