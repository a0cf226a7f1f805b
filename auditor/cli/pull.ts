import type { Command } from 'commander';
import { z } from 'zod';
import { connect } from '../history/connect.ts';
import { findRun } from '../history/find-run.ts';
import { openConfiguredIndexer } from '../sync/open-configured-indexer.ts';
import { pullChain } from '../sync/pull-chain.ts';
import type { PulledRun } from '../sync/pull-run.ts';
import { addConnectionOptions, readConnectionFlags } from './connection-options.ts';
import { readGlobalOptions } from './global-options.ts';
import { addIndexingOptions, readIndexingSource } from './indexing-options.ts';
import { toTerminalText } from './terminal-text.ts';

const optionsSchema = z.looseObject({
  runId: z.string().optional(),
  chain: z.boolean(),
  children: z.boolean().default(false),
});

const EXAMPLES = `
Examples:
  $ tickscope pull trader-1                                from the app, or from 127.0.0.1:7233
  $ tickscope pull trader-1 --children --address temporal.example:7233
  $ tickscope pull trader-1 --profile prod --namespace trading

Exit code: 0 when done, 1 on an error or where no ticks could be derived, 2 for wrong usage.`;

/** `tickscope pull`: stores a workflow's history as the server has it now. */
export function addPull(program: Command): void {
  addIndexingOptions(addConnectionOptions(program.command('pull')))
    .description('copy the history of a workflow from the Temporal server into the index')
    .argument('<workflow-id>')
    .option('--run-id <id>', 'a certain run instead of the newest')
    .option('--no-chain', 'this run alone, without those that it continues or that continue it')
    .option('--children', 'child workflows too')
    .addHelpText('after', EXAMPLES)
    .action(async (workflowId: string, _options: unknown, command: Command) => {
      await pull(workflowId, command);
    });
}

async function pull(workflowId: string, command: Command): Promise<void> {
  const { dataFolder, json } = readGlobalOptions(command);
  const { runId, chain, children } = optionsSchema.parse(command.opts());
  const server = await connect({ dataFolder, env: process.env, flags: readConnectionFlags(command) });
  const indexer = await openConfiguredIndexer(readIndexingSource(command)).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  try {
    const key = await findRun(server, workflowId, runId);
    const pulled = await pullChain({ server, indexer }, key, {
      extent: chain ? 'chain' : 'run',
      children: children ? 'with' : 'without',
      onRun: (run) => console.error(toLine(run)),
    });
    if (json)
      console.log(
        JSON.stringify(
          pulled.map(({ run, addedCount }) => ({ ...run, addedCount })),
          null,
          2,
        ),
      );
    if (pulled.some((run) => run.derivationError !== undefined)) process.exitCode = 1;
  } finally {
    indexer.close();
    await server.close();
  }
}

function toLine({ run, addedCount, derivationError }: PulledRun): string {
  const line = `${run.workflowId} run ${run.runId}: ${run.status}, ${run.eventCount} events, ${addedCount} new`;
  if (derivationError === undefined) return toTerminalText(line);
  const why = derivationError instanceof Error ? derivationError.message : String(derivationError);
  return toTerminalText(`${line}; no ticks could be derived: ${why}`);
}
