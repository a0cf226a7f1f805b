import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  controlErrorSchema,
  type Fault,
  type HostFile,
  type HostStatus,
  hostFileSchema,
  hostStatusSchema,
  type ProcessName,
} from './control-messages.ts';

const ANSWER_TIMEOUT_MS = 10_000;

/** Why the host did not do what it was asked. `code` is one of docs/errors.md. */
export class HostError extends Error {
  readonly code: 'host-not-running' | 'action-refused';
  constructor(code: HostError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HostError';
    this.code = code;
  }
}

const notRunning = (dataFolder: string, cause?: unknown): HostError =>
  new HostError('host-not-running', `Nothing runs in the data folder ${dataFolder}. Try: npm start`, {
    cause,
  });

/** What `host.json` says, true or stale. Absent when: there is none, or it cannot be read as one. */
export async function readHostFile(dataFolder: string): Promise<HostFile | undefined> {
  try {
    return hostFileSchema.parse(JSON.parse(await readFile(join(dataFolder, 'host.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

async function ask(dataFolder: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const host = await readHostFile(dataFolder);
  if (!host) throw notRunning(dataFolder);
  const answer = await fetch(`${host.controlUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${host.controlToken}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw notRunning(dataFolder, error);
  });
  const json: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return json;
  // A stale host.json can name a port that another program has now: it does not know our token.
  if (answer.status === 401) throw notRunning(dataFolder);
  const refusal = controlErrorSchema.safeParse(json);
  throw new HostError(
    'action-refused',
    refusal.success ? refusal.data.message : `The host answered ${answer.status}.`,
  );
}

export interface ControlClient {
  readonly status: () => Promise<HostStatus>;
  /** SIGKILL; the host starts it again after a moment. */
  readonly kill: (process: ProcessName) => Promise<void>;
  readonly killWorker: () => Promise<void>;
  /** Ends it in good order and starts it again; also one that gave up. */
  readonly restart: (process: ProcessName) => Promise<void>;
  readonly setFault: (fault: Fault) => Promise<void>;
}

/**
 * Asks the host that runs in a data folder.
 *
 * Throws: HostError `host-not-running`, `action-refused`.
 */
export function createControlClient(dataFolder: string): ControlClient {
  const send = async (path: string, body?: unknown): Promise<void> => {
    await ask(dataFolder, 'POST', path, body);
  };
  return {
    status: async () => {
      const status = hostStatusSchema.safeParse(await ask(dataFolder, 'GET', '/status'));
      if (!status.success) throw notRunning(dataFolder, status.error);
      return status.data;
    },
    kill: (process) => send(`/kill/${process}`),
    killWorker: () => send('/kill/worker'),
    restart: (process) => send(`/restart/${process}`),
    setFault: (fault) => send('/faults', fault),
  };
}
