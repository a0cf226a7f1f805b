import type { Command } from 'commander';
import { readGlobalOptions } from '../auditor/cli/global-options.ts';
import { applyVariables } from '../host/apply-variables.ts';
import { toTemporalVariables } from '../host/child-environment.ts';
import { createControlClient, HostError } from '../host/control-client.ts';
import type { HostStatus } from '../host/control-messages.ts';
import { readTemporalSettings } from '../host/temporal-settings.ts';

/** Absent when: nothing runs in the data folder. */
async function findHost(dataFolder: string): Promise<HostStatus | undefined> {
  try {
    return await createControlClient(dataFolder).status();
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

/** True also for settings that cannot be read: the command that needs a server says so, and the others need none. */
export function namesServer(env: NodeJS.ProcessEnv): boolean {
  try {
    return readTemporalSettings(env).address !== undefined;
  } catch {
    return true;
  }
}

/**
 * Before any command: where neither the environment nor a profile names a Temporal server, the one that runs in the data folder is meant.
 *
 * Without one nothing changes: a command that needs a server says itself that none answers.
 */
export function preferRunningHost(program: Command): void {
  program.hook('preAction', async (_program, command) => {
    // A completion has to be there at once, and asks no server.
    if (command.name() === '__complete' || namesServer(process.env)) return;
    const host = await findHost(readGlobalOptions(command).dataFolder);
    if (!host?.processes.some(({ name }) => name === 'temporal')) return;
    applyVariables(toTemporalVariables(process.env, host.temporalAddress, host.namespace));
  });
}
