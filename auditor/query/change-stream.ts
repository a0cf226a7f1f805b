import type { Watch } from './watch-index.ts';

/** Proxies and browsers drop a stream that says nothing. */
const KEEP_ALIVE_MS = 15_000;

/** How often the index is looked at for whoever listens. */
export const CHANGE_INTERVAL_MS = 150;

export const CHANGE_STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
} as const;

/**
 * Sends server-sent events: `change` whenever the index has grown. They carry nothing; what changed is read by who needs it.
 *
 * Returns what ends it.
 */
export function streamChanges(watch: Watch, send: (text: string) => void): () => void {
  const leave = watch.listen(() => send('event: change\ndata: {}\n\n'));
  const keepAlive = setInterval(() => send(': still here\n\n'), KEEP_ALIVE_MS);
  send('retry: 2000\n\n');
  return () => {
    leave();
    clearInterval(keepAlive);
  };
}
