import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from './start-error.ts';

const environmentSchema = z.looseObject({
  TICKSCOPE_DATA: z.string().min(1).optional(),
  TICKSCOPE_MARKET_URL: z.url().optional(),
  TICKSCOPE_NEWS_URL: z.url().optional(),
  TICKSCOPE_BROKER_URL: z.url().optional(),
  OPENAI_BASE_URL: z.url().optional(),
  OPENAI_API_KEY: z.string().min(1).optional(),
  TICKSCOPE_WORKER_NAME: z.string().min(1).optional(),
});

type Environment = z.infer<typeof environmentSchema>;

/** What runs on this machine, as the host wrote it down. */
const hostFileSchema = z.looseObject({
  temporalAddress: z.string().optional(),
  namespace: z.string().optional(),
  mockUrl: z.url().optional(),
});
type HostFile = z.infer<typeof hostFileSchema>;

/** All that the worker takes from outside, checked. */
export interface WorkerSettings {
  readonly dataFolder: string;
  readonly identity: string;
  readonly marketUrl: string;
  readonly newsUrl: string;
  readonly brokerUrl: string;
  readonly model: { readonly baseUrl?: string | undefined; readonly apiKey?: string | undefined };
  /** Where the host runs Temporal. Absent when: no host runs here; the environment says where then. */
  readonly hostTemporal: { readonly address?: string | undefined; readonly namespace?: string | undefined };
}

/** Reads the environment, then what the host wrote down. Throws: StartError that names the variable to set. */
export function readSettings(environment: NodeJS.ProcessEnv): WorkerSettings {
  // A variable set to nothing means the same as one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const values = parseEnvironment(given);
  const dataFolder = resolve(values.TICKSCOPE_DATA ?? 'data');
  const host = readHostFile(dataFolder);
  const party = (name: string, url: string | undefined): string => url ?? toMockUrl(host, name);
  return {
    dataFolder,
    identity: `${values.TICKSCOPE_WORKER_NAME ?? hostname()}:worker:${process.pid}`,
    marketUrl: party('market', values.TICKSCOPE_MARKET_URL),
    newsUrl: party('news', values.TICKSCOPE_NEWS_URL),
    brokerUrl: party('broker', values.TICKSCOPE_BROKER_URL),
    model: toModelEndpoint(values, host),
    hostTemporal: { address: host.temporalAddress, namespace: host.namespace },
  };
}

function parseEnvironment(given: NodeJS.Dict<string>): Environment {
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new StartError('settings', `${parsed.error.issues[0]?.path.join('.')} is not a URL.`);
}

function toModelEndpoint(values: Environment, { mockUrl }: HostFile) {
  const { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey } = values;
  // Without a key and an address the stand-in decides, if there is one.
  if (baseUrl !== undefined || apiKey !== undefined || mockUrl === undefined) return { baseUrl, apiKey };
  return { baseUrl: `${mockUrl}/v1` };
}

function toMockUrl({ mockUrl }: HostFile, party: string): string {
  if (mockUrl !== undefined) return `${mockUrl}/${party}`;
  throw new StartError(
    'settings',
    `TICKSCOPE_${party.toUpperCase()}_URL is not set, and no stand-in runs here.`,
  );
}

/** The host's file. Empty when: there is none, or it cannot be read; then the environment must say everything. */
function readHostFile(dataFolder: string): HostFile {
  try {
    return hostFileSchema.parse(JSON.parse(readFileSync(join(dataFolder, 'host.json'), 'utf8')));
  } catch {
    return {};
  }
}
