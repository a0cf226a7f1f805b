import type { Command } from 'commander';
import { EXIT_CODE } from '../auditor/cli/exit-code.ts';
import { readGlobalOptions } from '../auditor/cli/global-options.ts';
import { createControlClient } from '../host/control-client.ts';
import type { HostStatus } from '../host/control-messages.ts';
import { withTickscopeErrors } from './to-tickscope-error.ts';

/** What `tickscope status` prints: one line per process. */
function formatStatus(status: HostStatus): string {
  const lines = status.processes.map(({ name, state, pid, restartCount, lastEnd }) => {
    const ended = lastEnd === undefined ? '' : `, last: ${lastEnd}`;
    return `${name.padEnd(9)} ${state.padEnd(11)} ${String(pid ?? '').padEnd(8)} started again ${restartCount}×${ended}`;
  });
  return [
    `${status.state}: process ${status.pid}, Temporal ${status.temporalAddress} (${status.namespace}), model: ${status.model}`,
    ...lines,
  ].join('\n');
}

const EXAMPLES = `
Examples:
  $ tickscope status
  $ tickscope status --json | jq -r '.processes[].state'

${EXIT_CODE}`;

/** `tickscope status`: what runs in the data folder. */
export function addStatus(program: Command): void {
  program
    .command('status')
    .description('what the running app consists of, and how each process is')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const { dataFolder, json } = readGlobalOptions(command);
      const status = await withTickscopeErrors(() => createControlClient(dataFolder).status());
      console.log(json ? JSON.stringify(status, null, 2) : formatStatus(status));
    });
}
