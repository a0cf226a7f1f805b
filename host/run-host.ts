import { applyVariables } from './apply-variables.ts';
import { attendDemo } from './attend-demo.ts';
import { type HostSettings, readHostSettings } from './host-settings.ts';
import { type Host, startHost } from './start-host.ts';

/** Ctrl-C reaches a process once from the terminal and once more from each parent that passes it on: all within this time are one. */
const SAME_SIGNAL_MS = 1_000;

/** What whoever started the host hears over the channel. */
type HostNotice =
  | { readonly type: 'host-ready' }
  | { readonly type: 'host-failed'; readonly message: string };

const toMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function tellParent(notice: HostNotice): void {
  if (process.connected) process.send?.(notice);
}

/** First signal, or the parent gone: everything in order, then exit 0. A second signal: everything at once. Returns whether it is ending. */
function endWithParent(host: Host, print: (line: string) => void): () => boolean {
  let endingSince: number | undefined;
  const end = async (): Promise<void> => {
    if (endingSince !== undefined) {
      if (performance.now() - endingSince < SAME_SIGNAL_MS) return;
      host.killNow();
      process.exit(1);
    }
    endingSince = performance.now();
    await host.stop(print);
    // Not waiting for open connections of the pages (an event stream never ends by itself).
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  process.once('disconnect', () => {
    if (endingSince === undefined) void end();
  });
  return () => endingSince !== undefined;
}

async function startOrExit(settings: HostSettings, print: (line: string) => void): Promise<Host> {
  try {
    return await startHost(settings, { ...process.env }, print);
  } catch (error) {
    print(toMessage(error));
    tellParent({ type: 'host-failed', message: toMessage(error) });
    return process.exit(1);
  }
}

/**
 * Runs the host inside this process until a signal comes or the parent is gone.
 *
 * Resolves when everything is up. One process that does not come up is told and leaves the others running; a host that cannot start ends this process.
 */
export async function runHost(root = process.cwd()): Promise<void> {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  const settings = readHostSettings(process.env, root);
  const host = await startOrExit(settings, print);
  // Clients in this process (the pages' handlers) find the server that was just chosen.
  applyVariables(host.temporalVariables);
  const ending = endWithParent(host, print);
  try {
    await host.whenReady;
  } catch (error) {
    if (ending()) return;
    print(toMessage(error));
    tellParent({ type: 'host-failed', message: toMessage(error) });
    return;
  }
  tellParent({ type: 'host-ready' });
  if (settings.demo === 'wanted')
    await attendDemo((text) => print(`demo     | ${text}`), process.env.TICKSCOPE_MODEL || undefined);
}
