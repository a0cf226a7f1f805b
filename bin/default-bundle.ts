import type { Command } from 'commander';
import { readGlobalOptions } from '../auditor/cli/global-options.ts';

/** Lets commands that take `--bundle` do without it: then the bundle of the agent, as its code is now, is built and taken. */
export function defaultToAgentBundle(program: Command): void {
  for (const command of program.commands) {
    const option = command.options.find(({ long }) => long === '--bundle');
    if (!option) continue;
    option.makeOptionMandatory(false);
    option.description += " (default: built from the agent's code)";
    command.hook('preAction', async () => {
      if (command.getOptionValue('bundle') !== undefined) return;
      // Loading the bundler takes a second: only for those who need it.
      const { buildWorkflowBundle } = await import('../agent/worker/build-workflow-bundle.ts');
      const { path } = await buildWorkflowBundle(readGlobalOptions(command).dataFolder);
      command.setOptionValue('bundle', path);
    });
  }
}
