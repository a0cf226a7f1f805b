import type { ApiAnswer } from '#auditor/query/api/answer-request.ts';

/** An answer of the auditor as Next sends it; what is long goes out chunk by chunk. */
export function sendAnswer({ status, headers, body }: ApiAnswer): Response {
  return new Response(typeof body === 'string' ? body : toByteStream(body), {
    status,
    headers: { ...headers },
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
