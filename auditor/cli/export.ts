import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Run, RunChain } from '../model/run.ts';
import { getChain } from '../query/get-chain.ts';
import type { Index } from '../query/open-index.ts';
import { addChainOptions, readChainName } from './chain-options.ts';
import { EXIT_CODE } from './exit-code.ts';
import { EXPORT_FORMATS, toExportFileName } from './export-format.ts';
import { cannotWrite, type ExportOptions, exportRun } from './export-run.ts';
import { readGlobalOptions } from './global-options.ts';
import { addConfigOption, openCommandIndex } from './open-command-index.ts';

const optionsSchema = z.looseObject({
  output: z.string().optional(),
  format: z.enum(['json', 'jsonl', 'binary']),
  gzip: z.boolean().default(false),
  chain: z.boolean().default(false),
  redact: z.boolean().default(false),
});

const EXAMPLES = `
Examples:
  $ tickscope export trader-1 -o trader-1.history.json     its newest run
  $ tickscope export trader-1 --chain -o histories         every run of the chain, a file each
  $ tickscope export trader-1 --format jsonl --gzip > trader-1.jsonl.gz

${EXIT_CODE}`;

/** `tickscope export`: writes runs as histories, byte for byte what is stored, for replay and for other tools. */
export function addExport(program: Command): void {
  const format = new Option('--format <format>', 'jsonl: an event per line; binary: a protobuf History')
    .choices(Object.keys(EXPORT_FORMATS))
    .default('json');
  addChainOptions(addConfigOption(program.command('export')))
    .description('write a run from the index as a replayable history')
    .argument('<workflow-id>')
    .option('--chain', 'every run of the chain, each a file in the folder of --output')
    .addOption(format)
    .option('--gzip', 'compress')
    .option('--redact', 'replace secrets; no longer the record')
    .option('-o, --output <path>', 'write to a file instead of to standard output')
    .addHelpText('after', EXAMPLES)
    .action(async (workflowId: string, _options: unknown, own: Command) => {
      await exportRuns(workflowId, own);
    });
}

async function exportRuns(workflowId: string, command: Command): Promise<void> {
  const { chain: isChain, ...given } = optionsSchema.parse(command.opts());
  const { output } = given;
  const options = { ...given, progress: readGlobalOptions(command).json ? 'hidden' : 'shown' } as const;
  const name = readChainName(command, workflowId);
  if (isChain && output === undefined) {
    throw new TickscopeError('wrong-usage', '--chain writes several files: name their folder with --output.');
  }
  const index = openCommandIndex(command);
  try {
    const chain = getChain(index, name);
    if (isChain && output !== undefined) await exportChain(index, chain, { ...options, output });
    else await exportRun(index, findRun(chain, name.runId), options);
  } finally {
    index.close();
  }
}

async function exportChain(
  index: Index,
  chain: RunChain,
  options: ExportOptions & { output: string },
): Promise<void> {
  const ending = `${EXPORT_FORMATS[options.format]}${options.gzip ? '.gz' : ''}`;
  makeFolder(options.output);
  for (const [position, run] of chain.runs.entries()) {
    const output = join(options.output, toExportFileName(run, position, ending));
    await exportRun(index, run, { ...options, output });
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

function findRun(chain: RunChain, runId: string | undefined): Run {
  const run =
    runId === undefined ? chain.runs.at(-1) : chain.runs.find((candidate) => candidate.runId === runId);
  if (run === undefined) throw new Error('a chain without its runs');
  return run;
}
