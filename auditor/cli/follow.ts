import type { Command } from 'commander';
import { followNamespace } from '../sync/follow-namespace.ts';
import { addConnectionOptions, readConnectionFlags } from './connection-options.ts';
import { addIndexingOptions, readIndexingSource } from './indexing-options.ts';

/** `tickscope follow`: keeps the index up to date with a namespace until it is stopped. */
export function addFollow(program: Command): void {
  addIndexingOptions(addConnectionOptions(program.command('follow')))
    .description('keep the index up to date with the Temporal server, until stopped')
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
