import type { Command } from 'commander';
import { followNamespace } from '../sync/follow-namespace.ts';
import { addConnectionOptions, readConnectionFlags } from './connection-options.ts';
import { readGlobalOptions } from './global-options.ts';
import { toTerminalText } from './terminal-text.ts';

/** `tickscope follow`: keeps the index up to date with a namespace until it is stopped. */
export function addFollow(program: Command): void {
  addConnectionOptions(program.command('follow'))
    .description('keep the index up to date with the Temporal server, until stopped')
    .action(async (_options: unknown, command: Command) => {
      const ending = new AbortController();
      const end = (): void => ending.abort();
      process.once('SIGINT', end).once('SIGTERM', end);
      await followNamespace({
        dataFolder: readGlobalOptions(command).dataFolder,
        env: process.env,
        flags: readConnectionFlags(command),
        signal: ending.signal,
        say: (line) => console.error(toTerminalText(line)),
      });
    });
}
