import type { Command } from 'commander';
import { z } from 'zod';
import type { ChainName } from '../query/find-chain-key.ts';
import { getNewestTick } from '../query/get-newest-tick.ts';
import type { TickName } from '../query/get-tick.ts';
import type { Index } from '../query/open-index.ts';
import { parseWholeNumber } from './parse-number.ts';

const optionsSchema = z.looseObject({
  runId: z.string().optional(),
  namespace: z.string().optional(),
  tick: z.number().optional(),
});

/** Adds the options that tell chains of one workflow id apart. */
export function addChainOptions(command: Command): Command {
  return command
    .option('--run-id <id>', 'any run of the chain (default: the newest chain)')
    .option('-n, --namespace <name>', 'namespace, where several have this workflow id');
}

/** Adds the same, and the option that names a tick. */
export function addTickOptions(command: Command): Command {
  return addChainOptions(command).option(
    '--tick <n>',
    'number of the tick (default: the newest)',
    parseWholeNumber,
  );
}

export function readChainName(command: Command, workflowId: string): ChainName {
  const { runId, namespace } = optionsSchema.parse(command.opts());
  return { workflowId, runId, namespace };
}

/** The tick that is named, else the newest. Throws: as `getNewestTick`. */
export function readTickName(command: Command, index: Index, workflowId: string): TickName {
  const name = readChainName(command, workflowId);
  return { ...name, tick: optionsSchema.parse(command.opts()).tick ?? getNewestTick(index, name) };
}
