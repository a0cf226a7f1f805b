import type { Command } from 'commander';
import { followNamespace } from '../sync/follow-namespace.ts';
import { addConnectionOptions, readConnectionFlags } from './connection-options.ts';
import { addIndexingOptions, readIndexingSource } from './indexing-options.ts';

const EXAMPLES = `
Examples:
  $ tickscope follow
  $ tickscope follow --profile prod --namespace trading --namespace research

Exit code: 0 when stopped by Ctrl-C, 1 on an error, 2 for wrong usage.`;

/** `tickscope follow`: keeps the index up to date with a namespace until it is stopped. */
export function addFollow(program: Command): void {
  addIndexingOptions(addConnectionOptions(program.command('follow')))
    .description('keep the index up to date with the Temporal server, until stopped')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const ending = new AbortController();
      const end = (): void => ending.abort();
      process.once('SIGINT', end).once('SIGTERM', end);
      await followNamespace({
        ...readIndexingSource(command),
        flags: readConnectionFlags(command),
        signal: ending.signal,
      });
    });
}
