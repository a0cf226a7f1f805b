import type { Command } from 'commander';
import { z } from 'zod';
import { listTickPage } from '../query/list-ticks.ts';
import { addChainOptions, readChainName } from './chain-options.ts';
import { EXIT_CODE } from './exit-code.ts';
import { addConfigOption, withCommandIndex } from './open-command-index.ts';
import { parseCount, parseWholeNumber } from './parse-number.ts';
import { addLinesOption, printPage } from './print.ts';
import { formatTicks } from './ticks-text.ts';

const optionsSchema = z.looseObject({
  from: z.number().optional(),
  limit: z.number(),
  cursor: z.string().optional(),
});

const EXAMPLES = `
Examples:
  $ tickscope ticks trader-1
  $ tickscope ticks trader-1 --from 100 --limit 20
  $ tickscope ticks trader-1 --jsonl | jq 'select(.interrupted) | .tick'

${EXIT_CODE}`;

/** `tickscope ticks`: the ticks of a chain. */
export function addTicks(program: Command): void {
  addLinesOption(addChainOptions(addConfigOption(program.command('ticks'))))
    .description('list the ticks of a workflow, through all runs that continued each other')
    .argument('<workflow-id>')
    .option('--from <n>', 'first tick (default: the first of the chain)', parseWholeNumber)
    .option('--limit <n>', 'at most this many, up to 1000', parseCount(1000), 200)
    .option('--cursor <cursor>', 'go on after the last page, which names it')
    .addHelpText('after', EXAMPLES)
    .action((workflowId: string, _options: unknown, command: Command) => {
      const { from, limit, cursor } = optionsSchema.parse(command.opts());
      withCommandIndex(command, (index) => {
        const window = { ...readChainName(command, workflowId), fromTick: from, limit, cursor };
        printPage(command, listTickPage(index, window), formatTicks);
      });
    });
}
