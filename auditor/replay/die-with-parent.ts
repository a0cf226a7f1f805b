import { Worker } from 'node:worker_threads';

const CHECK_EVERY_MS = 1_000;

/** Runs apart from the main thread, which workflow code that loops would keep busy for ever. */
const WATCH = `
const parent = process.ppid;
setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL'); }, ${CHECK_EVERY_MS});
`;

/** Ends this process when its parent is gone: at once when it is idle, within a second when it hangs. */
export function dieWithParent(): void {
  process.on('disconnect', () => process.exit());
  new Worker(WATCH, { eval: true }).unref();
}
