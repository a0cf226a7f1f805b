import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figures } from './report.ts';

const LIMIT_MS = 10 * 60_000;

/** Runs a scenario in a process of its own, so that memory and warmth of one do not serve the next. Throws: when it fails. */
export async function runScenario(
  name: string,
  args: readonly string[],
): Promise<Figures & { peakMb: number }> {
  const file = fileURLToPath(new URL(`./scenarios/${name}.ts`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], { timeout: LIMIT_MS });
  return JSON.parse(stdout);
}
