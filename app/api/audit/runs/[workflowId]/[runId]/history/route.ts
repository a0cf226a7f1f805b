import { z } from 'zod';
import { runIdParam, workflowIdParam } from '#app/_server/param-schemas.ts';
import { sharedIndex } from '#app/_server/shared-index.ts';
import { answer } from '#app/api/_http/answer.ts';
import { getChain } from '#auditor/query/get-chain.ts';
import { readHistory } from '#auditor/query/read-history.ts';
import { toHistoryFileName } from './file-name.ts';

const paramsSchema = z.object({ workflowId: workflowIdParam, runId: runIdParam });

export function GET(_request: Request, { params }: { params: Promise<unknown> }) {
  return answer(async () => {
    const place = paramsSchema.parse(await params);
    // Asked first, so that an unknown run is a problem document and not a file that breaks off.
    getChain(sharedIndex(), place);
    return new Response(toByteStream(readHistory(sharedIndex(), place)), {
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${toHistoryFileName(place.workflowId, place.runId)}"`,
        'cache-control': 'no-store',
      },
    });
  });
}

function toByteStream(chunks: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: (controller) => {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => {
      iterator.return?.();
    },
  });
}
