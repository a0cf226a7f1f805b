import { z } from 'zod';
import { eventIdParam, runIdParam, workflowIdParam } from '#app/_server/param-schemas.ts';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { answer, sendJson } from '#app/api/_http/answer.ts';
import { getEvent } from '#auditor/query/get-event.ts';

const paramsSchema = z.object({ workflowId: workflowIdParam, runId: runIdParam, eventId: eventIdParam });

export function GET(_request: Request, { params }: { params: Promise<unknown> }) {
  return answer(async () => sendJson(getEvent(sharedIndex(), paramsSchema.parse(await params))));
}
