import type { Command } from 'commander';
import { EXIT_CODE } from '../auditor/cli/exit-code.ts';
import { readGlobalOptions } from '../auditor/cli/global-options.ts';

const EXAMPLES = `
Examples:
  $ tickscope worker
  $ TEMPORAL_ADDRESS=temporal.example:7233 tickscope worker

${EXIT_CODE}`;

/** `tickscope worker`: the agent's worker alone, until stopped. */
export function addWorker(program: Command): void {
  program
    .command('worker')
    .description(
      "run one more worker of the agent, against the environment's Temporal server or the running app's",
    )
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      process.env.TICKSCOPE_DATA = readGlobalOptions(command).dataFolder;
      // It works until told to end, and ends the process itself.
      await import('../agent/worker/main.ts');
    });
}
