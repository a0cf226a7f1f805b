import { sharedIndex } from '#app/_server/shared-index.ts';
import { CHANGE_INTERVAL_MS, CHANGE_STREAM_HEADERS, streamChanges } from '#auditor/query/change-stream.ts';
import { createWatch, type Watch } from '#auditor/query/watch-index.ts';

declare global {
  var tickscopeWatch: Watch | undefined;
}

/** Server-sent events: `change` whenever the index has grown. */
export function GET(request: Request) {
  if (request.method === 'HEAD') return new Response(null, { headers: CHANGE_STREAM_HEADERS });
  globalThis.tickscopeWatch ??= createWatch({
    read: () => sharedIndex().dataVersion(),
    everyMs: CHANGE_INTERVAL_MS,
  });
  return new Response(toEventStream(globalThis.tickscopeWatch, request.signal), {
    headers: CHANGE_STREAM_HEADERS,
  });
}

function toEventStream(watch: Watch, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start: (controller) => {
      const end = streamChanges(watch, (text) => controller.enqueue(encoder.encode(text)));
      const close = () => {
        stop();
        controller.close();
      };
      stop = () => {
        end();
        signal.removeEventListener('abort', close);
      };
      signal.addEventListener('abort', close);
    },
    cancel: () => stop(),
  });
}

// The refusal of another method is the same at every address below.
export { DELETE, OPTIONS, PATCH, POST, PUT } from '#app/api/[[...path]]/route.ts';
