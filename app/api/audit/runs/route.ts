import { z } from 'zod';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { answer, sendJson } from '#app/api/_http/answer.ts';
import { listRuns } from '#auditor/query/list-runs.ts';

const querySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  workflowType: z.string().optional(),
});

export function GET(request: Request) {
  return answer(() => {
    const { limit, workflowType } = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    return sendJson(
      listRuns(sharedIndex(), { limit, ...(workflowType === undefined ? {} : { workflowType }) }),
    );
  });
}
