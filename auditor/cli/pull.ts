import type { Command } from 'commander';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import { addConnectionOptions } from './connection-options.ts';
import { addIndexingOptions } from './indexing-options.ts';
import { readCommandUnderstanding } from './open-command-index.ts';
import { pullSelected } from './pull-selected.ts';
import { pullWorkflow } from './pull-workflow.ts';

const optionsSchema = z.looseObject({
  runId: z.string().exactOptional(),
  chain: z.boolean(),
  children: z.boolean().default(false),
  query: z.string().exactOptional(),
});

const EXAMPLES = `
Examples:
  $ tickscope pull trader-1                                from the app, or from 127.0.0.1:7233
  $ tickscope pull trader-1 --children --address temporal.example:7233
  $ tickscope pull --query 'WorkflowType="trader" AND ExecutionStatus="Failed"' --namespace trading --namespace research

Exit code: 0 when done, 1 on an error or where no ticks could be derived, 2 for wrong usage, 130 when stopped by Ctrl-C.`;

/** `tickscope pull`: stores a workflow's history, or those that a query selects, as the server has them now. */
export function addPull(program: Command): void {
  addIndexingOptions(addConnectionOptions(program.command('pull')))
    .description('copy histories from the Temporal server into the index, as they are now')
    .argument('[workflow-id]', 'workflow whose history is copied; or --query')
    .option(
      '--query <query>',
      'runs that a visibility query selects; those that are stored to their end are left out',
    )
    .option('--run-id <id>', 'a certain run instead of the newest')
    .option('--no-chain', 'this run alone, without those that it continues or that continue it')
    .option('--children', 'child workflows too')
    .addHelpText('after', EXAMPLES)
    .action(async (workflowId: string | undefined, _options: unknown, command: Command) => {
      const { query, ...options } = optionsSchema.parse(command.opts());
      if ((workflowId === undefined) === (query === undefined)) {
        const which = query === undefined ? '' : ', not both';
        throw new TickscopeError('wrong-usage', `Name a workflow id, or select runs with --query${which}.`);
      }
      // Before a server is asked: what is wrong here does not hang on it.
      readCommandUnderstanding(command);
      if (workflowId !== undefined) return await pullWorkflow(workflowId, options, command);
      if (options.runId !== undefined || options.children || !options.chain) {
        throw new TickscopeError('wrong-usage', '--query takes no --run-id, --no-chain or --children.');
      }
      await pullSelected(query ?? '', command);
    });
}
