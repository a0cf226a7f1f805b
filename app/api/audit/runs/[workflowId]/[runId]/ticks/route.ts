import { z } from 'zod';
import { runIdParam, workflowIdParam } from '#app/_server/param-schemas.ts';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { answer, sendJson } from '#app/api/_http/answer.ts';
import { listTicks } from '#auditor/query/list-ticks.ts';

const paramsSchema = z.object({ workflowId: workflowIdParam, runId: runIdParam });
const querySchema = z.object({
  fromTick: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

export function GET(request: Request, { params }: { params: Promise<unknown> }) {
  return answer(async () => {
    const query = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    return sendJson(listTicks(sharedIndex(), { ...paramsSchema.parse(await params), ...query }));
  });
}
