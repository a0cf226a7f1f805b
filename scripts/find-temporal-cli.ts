import { homedir } from 'node:os';
import { join } from 'node:path';
import { findOnPath } from './find-on-path.ts';
import { placeInCache } from './place-in-cache.ts';
import { runCommand } from './run-command.ts';

/** Newest version that `go install` can build: later ones have `replace` lines. */
export const TEMPORAL_CLI_VERSION = '1.5.1';

const VERSION_TIMEOUT_MS = 30_000;

type Environment = Readonly<Record<string, string | undefined>>;

type TemporalCli =
  /** A server is given (TEMPORAL_ADDRESS): no executable is needed. */
  | { readonly kind: 'not-needed'; readonly address: string }
  | { readonly kind: 'found'; readonly path: string; readonly how: string };

interface CliSources {
  /** Puts the official build into the folder and returns its path. */
  readonly download: (folder: string) => Promise<string>;
  /** Builds it there with the machine's Go. */
  readonly goInstall: (folder: string) => Promise<string>;
  readonly note: (text: string) => void;
}

/** Where the user's second clone finds what the first one fetched. */
export function toCachePath(env: Environment): string {
  const cache = env.XDG_CACHE_HOME || join(env.HOME ?? homedir(), '.cache');
  return join(cache, 'tickscope', `temporal-cli-${TEMPORAL_CLI_VERSION}`, 'temporal');
}

async function runs(path: string): Promise<boolean> {
  return (await runCommand(path, ['--version'], { timeoutMs: VERSION_TIMEOUT_MS })).ok;
}

async function findInstalled(env: Environment): Promise<TemporalCli | undefined> {
  const given = env.TICKSCOPE_TEMPORAL_CLI;
  if (given) {
    if (await runs(given)) return { kind: 'found', path: given, how: 'TICKSCOPE_TEMPORAL_CLI' };
    throw new Error(`TICKSCOPE_TEMPORAL_CLI names ${given}, which does not run. Correct or unset it.`);
  }
  const onPath = await findOnPath(['temporal'], env.PATH ?? '');
  if (onPath && (await runs(onPath))) return { kind: 'found', path: onPath, how: 'on the PATH' };
  const cached = await findOnPath([toCachePath(env)], '');
  if (cached && (await runs(cached))) return { kind: 'found', path: cached, how: 'in the cache' };
  return undefined;
}

async function obtain(env: Environment, sources: CliSources): Promise<TemporalCli> {
  const target = toCachePath(env);
  const failures: string[] = [];
  const ways = [
    { name: 'download from temporal.download', make: sources.download },
    { name: 'go install (about 6 minutes on 2 cores)', make: sources.goInstall },
  ];
  for (const { name, make } of ways) {
    sources.note(`Temporal CLI ${TEMPORAL_CLI_VERSION}: ${name}`);
    try {
      await placeInCache(target, async (folder) => {
        const made = await make(folder);
        if (!(await runs(made))) throw new Error('the executable does not run here');
        return made;
      });
      return { kind: 'found', path: target, how: name };
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      sources.note(`not possible: ${failures.at(-1)}`);
    }
  }
  throw new Error(toAdvice(failures));
}

const toAdvice = (failures: readonly string[]): string =>
  [
    'No Temporal CLI was found and none could be obtained.',
    ...failures.map((failure) => `  - ${failure}`),
    'Do one of these, then run the same command again:',
    '  1. install it so that `temporal` is on the PATH (https://docs.temporal.io/cli), or set TICKSCOPE_TEMPORAL_CLI to the executable',
    '  2. install Go 1.25 or newer: it is then built from source',
    '  3. set TEMPORAL_ADDRESS to a Temporal server that runs already',
  ].join('\n');

/**
 * Finds the Temporal CLI or obtains it into the user's cache.
 *
 * Order: TEMPORAL_ADDRESS (none needed), TICKSCOPE_TEMPORAL_CLI, the PATH, the cache, the official download, Go.
 * Throws: when no way works, with the three things that a person can do.
 */
export async function findTemporalCli(env: Environment, sources: CliSources): Promise<TemporalCli> {
  if (env.TEMPORAL_ADDRESS) return { kind: 'not-needed', address: env.TEMPORAL_ADDRESS };
  return (await findInstalled(env)) ?? (await obtain(env, sources));
}
