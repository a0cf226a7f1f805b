import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Run, RunChain } from '../model/run.ts';
import { getChain } from '../query/get-chain.ts';
import { openIndex } from '../query/open-index.ts';
import { readHistory } from '../query/read-history.ts';
import { readGlobalOptions } from './global-options.ts';
import { toTerminalText } from './terminal-text.ts';

const optionsSchema = z.looseObject({ runId: z.string().optional(), output: z.string().optional() });

/** `tickscope export`: writes one run as history JSON, byte for byte what is stored, for replay and for other tools. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('write a run from the index as replayable history JSON')
    .argument('<workflow-id>')
    .option('--run-id <id>', 'a certain run instead of the newest')
    .option('-o, --output <file>', 'write to a file instead of to standard output')
    .action(async (workflowId: string, _options: unknown, command: Command) => {
      await exportRun(workflowId, command);
    });
}

async function exportRun(workflowId: string, command: Command): Promise<void> {
  const { runId, output } = optionsSchema.parse(command.opts());
  const index = openIndex(readGlobalOptions(command).dataFolder);
  try {
    const chain = getChain(index, { workflowId, ...(runId === undefined ? {} : { runId }) });
    const run = findRun(chain, runId);
    const chunks = Readable.from(readHistory(index, { workflowId, runId: run.runId }));
    if (output === undefined) await pipeline(chunks, process.stdout, { end: false });
    else await writeTo(output, chunks);
    const where = output === undefined ? '' : ` to ${output}`;
    console.error(
      toTerminalText(`${workflowId} run ${run.runId}: ${run.eventCount} events written${where}.`),
    );
  } finally {
    index.close();
  }
}

async function writeTo(output: string, chunks: Readable): Promise<void> {
  try {
    await pipeline(chunks, createWriteStream(output));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TickscopeError(
      'wrong-usage',
      `${output} cannot be written: ${why}. Name another file with --output.`,
      { cause: error },
    );
  }
}

function findRun(chain: RunChain, runId: string | undefined): Run {
  const run =
    runId === undefined ? chain.runs.at(-1) : chain.runs.find((candidate) => candidate.runId === runId);
  if (run === undefined) throw new Error('a chain without its runs');
  return run;
}
