import type { Command } from 'commander';
import { EXIT_CODE } from '../auditor/cli/exit-code.ts';
import { readGlobalOptions } from '../auditor/cli/global-options.ts';
import { withTickscopeErrors } from './to-tickscope-error.ts';

const EXAMPLES = `
Examples:
  $ tickscope worker
  $ tickscope worker --json                     a line of JSON when it takes work: who it is, and where
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
      const { dataFolder, json } = readGlobalOptions(command);
      process.env.TICKSCOPE_DATA = dataFolder;
      // Loaded when it is wanted: the SDK's worker is heavy.
      const { runWorker, toReadyText } = await import('../agent/worker/run-worker.ts');
      await withTickscopeErrors(() =>
        runWorker((ready) => (json ? console.log(JSON.stringify(ready)) : console.error(toReadyText(ready)))),
      );
      // The SDK's core may keep the process alive.
      process.exit(0);
    });
}
