import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { createControlClient, HostError } from '../host/control-client.ts';
import type { HostStatus } from '../host/control-messages.ts';

/** Ctrl-C arrives once from the terminal and once more from npm, which passes it on: all within this time are one. */
const SAME_SIGNAL_MS = 1_000;
/** The host ends each process within 6 s, dependents first; a machine at work gets twice that. */
const STOP_LIMIT_MS = 25_000;
const POLL_MS = 250;
const PAGE_TIMEOUT_MS = 10_000;

export interface ServeOptions {
  readonly root: string;
  readonly port: number;
  /** Absolute. */
  readonly dataFolder: string;
  readonly demo: 'wanted' | 'not-wanted';
  /** `dev` builds each page when it is asked for. */
  readonly mode: 'start' | 'dev';
  /** `json`: one line on standard output when all is up, and nothing else there. */
  readonly output: 'text' | 'json';
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);

function startNext({ root, port, demo, mode, output }: ServeOptions): ChildProcess {
  return spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', mode, '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(port),
        NODE_ENV: mode === 'start' ? 'production' : 'development',
        TICKSCOPE_HOST: '1',
        TICKSCOPE_DEMO: demo === 'wanted' ? '1' : '0',
        NEXT_TELEMETRY_DISABLED: '1',
        // The host ends the server: Next itself would wait for event streams, which have no end.
        NEXT_MANUAL_SIG_HANDLE: 'true',
        // In `dev` mode Next would give the process with the host 100 ms to end.
        NEXT_EXIT_TIMEOUT_MS: String(STOP_LIMIT_MS),
      },
      // In a group of its own it hears of Ctrl-C from here alone.
      detached: true,
      stdio: ['ignore', output === 'json' ? process.stderr : 'inherit', 'inherit', 'ipc'],
    },
  );
}

/** Asked by its address, not by the channel: in `dev` mode Next runs it in a process of its own. */
async function findStatus(dataFolder: string): Promise<HostStatus | undefined> {
  try {
    return await createControlClient(dataFolder).status();
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

/** Resolves when the host has all up, or has given up on something. Absent when: the server ended before. */
async function waitForHost(dataFolder: string, isOver: () => boolean): Promise<HostStatus | undefined> {
  while (!isOver()) {
    const status = await findStatus(dataFolder);
    if (status && status.state !== 'starting') return status;
    await delay(POLL_MS);
  }
  return undefined;
}

const toTrouble = (status: HostStatus): string =>
  status.processes
    .filter(({ state }) => state === 'gave-up')
    .map(({ name, lastEnd }) => `${name} (${lastEnd ?? 'never started'})`)
    .join(', ');

async function waitForPages(url: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    try {
      await fetch(url, { signal: AbortSignal.timeout(PAGE_TIMEOUT_MS) });
      return;
    } catch {
      await delay(POLL_MS);
    }
  }
}

function sayWhatNext(url: string, demo: ServeOptions['demo'], trouble: string): void {
  if (trouble !== '') say(`\nNot everything came up: ${trouble}`);
  say(`\nTickscope is at ${url}`);
  if (demo === 'wanted') {
    say('  watch the demo run trade there, and answer the orders that ask for approval');
    say('  read why it traded:            npx tickscope why demo-nvda --tick 14   (in about two minutes)');
    say('  kill its worker in mid-tick:   npx tickscope chaos kill-worker');
  } else {
    say('  start an agent there');
    say('  list what has run:             npx tickscope runs');
    say('  read a run of your own server: TEMPORAL_ADDRESS=host:7233 npx tickscope pull <workflow-id>');
  }
  say('Ctrl-C ends all of it.\n');
}

/** First signal, or our parent gone: all in order. A second one: all at once. */
function passOnEnding(next: ChildProcess): { readonly isEnding: () => boolean } {
  let endingSince: number | undefined;
  let killing = false;
  const killServer = (): void => {
    // The children of the host see their channel close and end by themselves.
    next.kill('SIGKILL');
  };
  const end = (): void => {
    if (endingSince === undefined) {
      endingSince = performance.now();
      say('\nStopping (Ctrl-C again kills)');
      next.kill('SIGTERM');
      setTimeout(killServer, STOP_LIMIT_MS).unref();
    } else if (!killing && performance.now() - endingSince >= SAME_SIGNAL_MS) {
      killing = true;
      say('Killing');
      next.kill('SIGINT');
      setTimeout(killServer, SAME_SIGNAL_MS).unref();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  const endIfNotEnding = (): void => {
    if (endingSince === undefined) end();
  };
  process.once('disconnect', endIfNotEnding);
  next.once('exit', () => process.off('disconnect', endIfNotEnding));
  return { isEnding: () => endingSince !== undefined };
}

/** Serves the pages with everything behind them. Returns the exit code: 0 after Ctrl-C. */
export async function servePages(options: ServeOptions): Promise<number> {
  const next = startNext(options);
  const ending = passOnEnding(next);
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    next.once('exit', (code) => {
      over = true;
      resolve(code);
    });
  });
  const url = `http://localhost:${options.port}`;
  const announce = async (): Promise<void> => {
    const isOver = (): boolean => over || ending.isEnding();
    const [status] = await Promise.all([
      waitForHost(options.dataFolder, isOver),
      waitForPages(`http://127.0.0.1:${options.port}/`, isOver),
    ]);
    if (!status || isOver()) return;
    sayWhatNext(url, options.demo, toTrouble(status));
    if (options.output === 'json') console.log(JSON.stringify({ url, ...status }));
  };
  void announce();
  const code = await ended;
  if (ending.isEnding()) {
    say('Everything has ended.');
    return 0;
  }
  say(`The server of the pages ended by itself (exit code ${code}); everything else ended with it.`);
  return code || 1;
}
