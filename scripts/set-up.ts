import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestInputs } from './digest-inputs.ts';
import { downloadTemporalCli } from './download-temporal-cli.ts';
import { aptInstallChromium, findChromium } from './find-chromium.ts';
import { findTemporalCli, TEMPORAL_CLI_VERSION } from './find-temporal-cli.ts';
import { goInstallTemporalCli } from './go-install-temporal-cli.ts';
import { runCommand } from './run-command.ts';
import { runStep } from './step-list.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

const DONE = 'already done';
/** A bundle takes 7 to 11 s and the pages about 30 s on 2 cores; a machine at work gets ten times that. */
const BUILD_TIMEOUT_MS = 300_000;
const TAIL_CHARACTERS = 4_000;

/** Everything that goes into the built pages. */
const PAGE_INPUTS = [
  ...['app/**', 'auditor/**', 'agent/contract/**', 'agent/client/**', 'agent/client.ts', 'host/**'],
  ...[
    'instrumentation.ts',
    'proxy.ts',
    'next.config.ts',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
  ],
];
const PAGES_STAMP = '.next/tickscope-inputs.sha256';

/** Finds the Temporal CLI or obtains it; every child learns of it by TICKSCOPE_TEMPORAL_CLI. */
export async function setUpTemporalCli(): Promise<void> {
  await runStep('Temporal CLI', async (note) => {
    const cli = await findTemporalCli(process.env, {
      note,
      download: (folder) => downloadTemporalCli(TEMPORAL_CLI_VERSION, folder),
      goInstall: (folder) => goInstallTemporalCli(TEMPORAL_CLI_VERSION, folder, process.env.PATH ?? ''),
    });
    if (cli.kind === 'not-needed') return `not needed (TEMPORAL_ADDRESS=${cli.address})`;
    process.env.TICKSCOPE_TEMPORAL_CLI = cli.path;
    return `${DONE} (${cli.how})`;
  });
}

async function runNode(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const run = await runCommand(process.execPath, args, { cwd: ROOT, env, timeoutMs: BUILD_TIMEOUT_MS });
  if (!run.ok)
    throw new Error(`node ${args.join(' ')} failed:\n${run.output.trim().slice(-TAIL_CHARACTERS)}`);
  return run.output;
}

/** Builds the workflow bundle; the program that does so knows by itself when there is nothing to do. */
export async function setUpWorkflowBundle(): Promise<void> {
  await runStep('workflow bundle', async () => {
    await runNode(['scripts/build-workflow-bundle.ts'], process.env);
    return undefined;
  });
}

/** Builds the pages unless those in .next were built from the same inputs. */
export async function setUpPages(): Promise<void> {
  await runStep('pages', async () => {
    const digest = await digestInputs(ROOT, PAGE_INPUTS);
    const stamp = join(ROOT, PAGES_STAMP);
    if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === digest) return DONE;
    await runNode(['node_modules/next/dist/bin/next', 'build'], {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    });
    await writeFile(stamp, digest);
    return undefined;
  });
}

/** Finds a Chromium for the browser tests; as root on a CI machine with apt it may install one. */
export async function setUpChromium(): Promise<void> {
  await runStep('Chromium', async (note) => {
    const mayInstall =
      process.env.CI === 'true' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
    const install = () => aptInstallChromium(note);
    process.env.TICKSCOPE_CHROMIUM = await findChromium(process.env, mayInstall ? { install } : {});
    return `${DONE} (${process.env.TICKSCOPE_CHROMIUM})`;
  });
}
