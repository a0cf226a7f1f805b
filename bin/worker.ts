import type { Command } from 'commander';
import { readGlobalOptions } from '../auditor/cli/global-options.ts';

/** `tickscope worker`: the agent's worker alone, until stopped. */
export function addWorker(program: Command): void {
  program
    .command('worker')
    .description(
      "run one more worker of the agent, against the environment's Temporal server or the running app's",
    )
    .action(async (_options: unknown, command: Command) => {
      process.env.TICKSCOPE_DATA = readGlobalOptions(command).dataFolder;
      // It works until told to end, and ends the process itself.
      await import('../agent/worker/main.ts');
    });
}
