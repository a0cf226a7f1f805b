import type { Command } from 'commander';
import { followNamespaces } from '../sync/follow-namespaces.ts';
import { addConnectionOptions, readConnectionFlags } from './connection-options.ts';
import { addIndexingOptions, readIndexingSource } from './indexing-options.ts';

const EXAMPLES = `
Examples:
  $ tickscope follow
  $ tickscope follow --query 'WorkflowType="trader"'
  $ tickscope follow --profile prod --namespace trading --namespace research

Exit code: 0 when stopped by Ctrl-C, 1 on an error, 2 for wrong usage.`;

/** `tickscope follow`: keeps the index up to date with a namespace until it is stopped. */
export function addFollow(program: Command): void {
  addIndexingOptions(addConnectionOptions(program.command('follow')))
    .description('keep the index up to date with the Temporal server, until stopped')
    .option('--query <query>', 'runs that a visibility query selects, their children and what continues them')
    .addHelpText('after', EXAMPLES)
    .action(async ({ query }: { readonly query?: string }, command: Command) => {
      const ending = new AbortController();
      const end = (): void => ending.abort();
      process.once('SIGINT', end).once('SIGTERM', end);
      await followNamespaces({
        ...readIndexingSource(command),
        flags: readConnectionFlags(command),
        ...(query === undefined ? {} : { query }),
        signal: ending.signal,
      });
    });
}
