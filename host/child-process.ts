import { type ChildProcess, spawn } from 'node:child_process';
import { z } from 'zod';

const EXIT_WITH_PARENT = 'host/exit-with-parent.ts';

const readyMessageSchema = z.looseObject({ type: z.literal('ready') });

/** True for the message with which an entry file says that it is up. */
export const isReadyMessage = (message: unknown): boolean => readyMessageSchema.safeParse(message).success;

interface ChildOptions {
  /** Root folder of the project: entry files are named from there. */
  readonly root: string;
  readonly entry: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Starts an entry file as a child with a channel, in a process group of its own: Ctrl-C in the terminal reaches the host alone, which then ends
 * its children in order, and what a child started can be ended with it.
 */
export function startChild({ root, entry, env }: ChildOptions): ChildProcess {
  return spawn(process.execPath, ['--import', `./${EXIT_WITH_PARENT}`, entry], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Sends a signal to everything that the child started and that still runs. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // Nobody is left in the group.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
