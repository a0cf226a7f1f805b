import { followNamespaces, toFollowingText } from './follow-namespaces.ts';

// The follower as a process of its own: ends on SIGTERM or SIGINT, and when the channel to the process that started it closes.
const ending = new AbortController();
const end = (): void => ending.abort();
process.on('SIGTERM', end);
process.on('SIGINT', end);
if (process.connected) process.on('disconnect', end);

try {
  await followNamespaces({
    dataFolder: process.env.TICKSCOPE_DATA || 'data',
    env: process.env,
    signal: ending.signal,
    say: (line) => console.error(line),
    onReady: (following) => {
      console.error(toFollowingText(following));
      process.send?.({ type: 'ready' });
    },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// The channel would keep the process alive.
if (process.connected) process.disconnect();
