import { z } from 'zod';
import { runIdParam, tickParam, workflowIdParam } from '#app/_server/param-schemas.ts';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { answer, sendJson } from '#app/api/_http/answer.ts';
import { getTick } from '#auditor/query/get-tick.ts';

const paramsSchema = z.object({ workflowId: workflowIdParam, runId: runIdParam, tick: tickParam });

export function GET(_request: Request, { params }: { params: Promise<unknown> }) {
  return answer(async () => sendJson(getTick(sharedIndex(), paramsSchema.parse(await params))));
}
