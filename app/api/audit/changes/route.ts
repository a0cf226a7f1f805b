import { sharedIndex } from '#app/_server/shared-index.ts';
import { createWatch, type Watch } from './watch-index.ts';

const LOOK_EVERY_MS = 150;
/** Proxies and browsers drop a stream that says nothing. */
const KEEP_ALIVE_MS = 15_000;

declare global {
  var tickscopeWatch: Watch | undefined;
}

/** Server-sent events: `change` whenever the index has grown. They carry nothing; what changed is read by who needs it. */
export function GET(request: Request) {
  globalThis.tickscopeWatch ??= createWatch({
    read: () => sharedIndex().dataVersion(),
    everyMs: LOOK_EVERY_MS,
  });
  return new Response(toEventStream(globalThis.tickscopeWatch, request.signal), {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

function toEventStream(watch: Watch, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start: (controller) => {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const leave = watch.listen(() => send('event: change\ndata: {}\n\n'));
      const keepAlive = setInterval(() => send(': still here\n\n'), KEEP_ALIVE_MS);
      const close = () => {
        stop();
        controller.close();
      };
      stop = () => {
        leave();
        clearInterval(keepAlive);
        signal.removeEventListener('abort', close);
      };
      signal.addEventListener('abort', close);
      send('retry: 2000\n\n');
    },
    cancel: () => stop(),
  });
}
