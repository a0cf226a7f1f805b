import type { Command } from 'commander';
import { followNamespaces, toFollowingText } from '../sync/follow-namespaces.ts';
import { addConnectionOptions, readConnectionFlags } from './connection-options.ts';
import { readGlobalOptions } from './global-options.ts';
import { addIndexingOptions, readIndexingSource } from './indexing-options.ts';
import { toJsonText } from './json-text.ts';

const EXAMPLES = `
Examples:
  $ tickscope follow
  $ tickscope follow --query 'WorkflowType="trader"'
  $ tickscope follow --profile prod --namespace trading --namespace research
  $ tickscope follow --json                   a line of JSON each: what is followed, then each message

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
      const source = readIndexingSource(command);
      const { json } = readGlobalOptions(command);
      await followNamespaces({
        ...source,
        say: json ? (text) => printLine({ kind: 'message', text }) : source.say,
        onReady: (following) =>
          json ? printLine({ kind: 'following', ...following }) : source.say(toFollowingText(following)),
        flags: readConnectionFlags(command),
        ...(query === undefined ? {} : { query }),
        signal: ending.signal,
      });
    });
}

const printLine = (line: object): void => console.log(toJsonText(line));
