import { once } from 'node:events';
import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { Index } from '../query/open-index.ts';
import { createApiServer } from '../serve/create-api-server.ts';
import { close, listen } from '../serve/listen.ts';
import { readGlobalOptions } from './global-options.ts';
import { toJsonText } from './json-text.ts';
import { addConfigOption, openCommandIndex, readCommandUnderstanding } from './open-command-index.ts';
import { parseWholeNumber } from './parse-number.ts';
import { toTerminalText } from './terminal-text.ts';

const optionsSchema = z.looseObject({ port: z.number() });

/** Beside the ports that Temporal's dev server takes (7233, 8233). */
const DEFAULT_PORT = 8234;

const EXAMPLES = `
Examples:
  $ tickscope serve
  $ tickscope serve --port 0 --json             a free port; {"url":"http://127.0.0.1:…"}
  $ curl -s http://127.0.0.1:8234/api/audit/runs | jq -r '.items[].workflowId'

It listens on 127.0.0.1 alone, answers GET and HEAD alone, and changes nothing.

Exit code: 0 when stopped by Ctrl-C, 1 on an error, 2 for wrong usage or a port that is taken.`;

/** `tickscope serve`: the query API without the pages. */
export function addServe(program: Command): void {
  addConfigOption(program.command('serve'))
    .description('serve the query API on this machine, without the pages, until stopped')
    .option('--port <n>', 'port; 0 takes a free one', parsePort, DEFAULT_PORT)
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      await serve(command);
    });
}

async function serve(command: Command): Promise<void> {
  // The index may come later; a configuration that is wrong stays wrong.
  readCommandUnderstanding(command);
  const shared = shareIndex(command);
  const server = createApiServer({ openIndex: shared.open, onUnexpected: logError });
  try {
    const url = await listen(server, optionsSchema.parse(command.opts()).port);
    const { json } = readGlobalOptions(command);
    console.log(json ? toJsonText({ url }) : `The query API is at ${url}. Ctrl-C ends it.`);
    await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
    await close(server);
  } finally {
    shared.close();
  }
}

/** Opened with the first question that finds an index, and kept. */
function shareIndex(command: Command) {
  let index: Index | undefined;
  return {
    open: (): Index => {
      index ??= openCommandIndex(command);
      return index;
    },
    close: () => index?.close(),
  };
}

function logError(error: unknown): void {
  console.error(toTerminalText(error instanceof Error ? (error.stack ?? error.message) : String(error)));
}

function parsePort(text: string): number {
  const port = parseWholeNumber(text);
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('Give a number from 0 to 65535.');
}
