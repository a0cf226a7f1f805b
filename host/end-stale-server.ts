import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const GRACE_MS = 5_000;
const POLL_MS = 50;

/** Command line of a process, arguments apart by NUL or blank. Absent when: there is no such process. */
export async function readCommandLine(pid: number): Promise<string | undefined> {
  try {
    return await readFile(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // No /proc on macOS: ask ps there.
    if (process.platform === 'linux') return undefined;
  }
  try {
    const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

async function readPid(pidFile: string): Promise<number | undefined> {
  try {
    const pid = Number((await readFile(pidFile, 'utf8')).trim());
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between, which is what was wanted.
  }
}

/**
 * Ends a dev server that still has the database open because whoever started it was killed. Returns its pid.
 *
 * The pid file alone proves nothing, the number may belong to another program by now: its command line must name the same database.
 * Absent when: none runs.
 */
export async function endStaleServer(pidFile: string, databaseFile: string): Promise<number | undefined> {
  const pid = await readPid(pidFile);
  const isOurs = async (): Promise<boolean> => {
    const line = pid === undefined ? undefined : await readCommandLine(pid);
    return line?.includes('start-dev') === true && line.includes(databaseFile);
  };
  if (pid === undefined || !(await isOurs())) return undefined;
  signal(pid, 'SIGTERM');
  const deadline = Date.now() + GRACE_MS;
  while ((await isOurs()) && Date.now() < deadline) await delay(POLL_MS);
  if (await isOurs()) signal(pid, 'SIGKILL');
  while (await isOurs()) await delay(POLL_MS);
  await rm(pidFile, { force: true });
  return pid;
}
