import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StandIns, startStandIns } from './start-stand-ins.ts';

/** An answer, read as JSON where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly json: unknown;
}

export interface RunningStandIns {
  readonly url: string;
  readonly dataFolder: string;
  /** What was reported to a person. */
  readonly reports: readonly string[];
  readonly get: (path: string) => Promise<Answer>;
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  readonly end: () => Promise<void>;
}

/** Stand-ins on a free port with a data folder of their own. */
export async function runStandIns(): Promise<RunningStandIns> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'stand-ins-'));
  const reports: string[] = [];
  const standIns = await startStandIns({ port: 0, dataFolder, report: (line) => reports.push(line) });
  return { ...toClient(standIns.url), dataFolder, reports, end: () => endAll(standIns, dataFolder) };
}

/** Requests to stand-ins wherever they run. */
export function toClient(url: string): Pick<RunningStandIns, 'url' | 'get' | 'send'> {
  const send: RunningStandIns['send'] = async (method, path, body, headers = {}) => {
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const response = await fetch(`${url}/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(text === undefined ? {} : { body: text }),
    });
    return toAnswer(response);
  };
  return { url, get: (path) => send('GET', path), send };
}

async function toAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const contentType = response.headers.get('content-type') ?? '';
  return { status: response.status, contentType, text, json: parseJson(text) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function endAll(standIns: StandIns, dataFolder: string): Promise<void> {
  await standIns.close();
  rmSync(dataFolder, { recursive: true });
}
