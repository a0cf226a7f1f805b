import { findOnPath } from './find-on-path.ts';
import { runCommand } from './run-command.ts';

const NAMES = [
  '/usr/bin/chromium',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const APT_TIMEOUT_MS = 10 * 60_000;

type Environment = Readonly<Record<string, string | undefined>>;

interface ChromiumSources {
  /** Installs the distribution's package. Absent when: that is not ours to do (not CI, not root, no apt). */
  readonly install?: () => Promise<void>;
  readonly names?: readonly string[];
}

/** Installs Debian's package as root. Throws: apt's own words. */
export async function aptInstallChromium(note: (text: string) => void): Promise<void> {
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    note(`apt-get ${args.join(' ')}`);
    const run = await runCommand('apt-get', args, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeoutMs: APT_TIMEOUT_MS,
    });
    if (!run.ok) throw new Error(`apt-get ${args[0]} failed: ${run.output.trim().slice(-2000)}`);
  }
}

/**
 * Finds an installed Chromium or Chrome for the browser tests.
 *
 * Throws: a named one that is missing, or none at all: browser tests are never skipped for want of a browser.
 */
export async function findChromium(env: Environment, sources: ChromiumSources): Promise<string> {
  const names = sources.names ?? NAMES;
  const named = env.TICKSCOPE_CHROMIUM;
  if (named) {
    if (await findOnPath([named], '')) return named;
    throw new Error(`TICKSCOPE_CHROMIUM names ${named}, which cannot be executed. Correct or unset it.`);
  }
  const found = await findOnPath(names, env.PATH ?? '');
  if (found) return found;
  await sources.install?.();
  const installed = sources.install && (await findOnPath(names, env.PATH ?? ''));
  if (installed) return installed;
  throw new Error(
    'No Chromium was found for the browser tests. Install one (Debian: apt-get install chromium) or set TICKSCOPE_CHROMIUM to the executable.',
  );
}
