import { z } from 'zod';
import { runIdParam, workflowIdParam } from '#app/_server/param-schemas.ts';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { answer, sendJson } from '#app/api/_http/answer.ts';
import { listEvents } from '#auditor/query/list-events.ts';

const paramsSchema = z.object({ workflowId: workflowIdParam, runId: runIdParam });
const querySchema = z.object({
  fromEventId: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export function GET(request: Request, { params }: { params: Promise<unknown> }) {
  return answer(async () => {
    const query = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    return sendJson(listEvents(sharedIndex(), { ...paramsSchema.parse(await params), ...query }));
  });
}
