import type { Command } from 'commander';
import { z } from 'zod';
import { getTick } from '../query/get-tick.ts';
import { readGlobalOptions } from './global-options.ts';
import { addConfigOption, openCommandIndex } from './open-command-index.ts';
import { parseWholeNumber } from './parse-number.ts';
import { terminalStyle } from './text-style.ts';
import { formatTree } from './tree-text.ts';

const optionsSchema = z.looseObject({ tick: z.number(), runId: z.string().optional() });

/** `tickscope tree`: the decision tree of a tick. */
export function addTree(program: Command): void {
  addConfigOption(program.command('tree'))
    .description('draw the decision tree of a tick')
    .argument('<workflow-id>')
    .requiredOption('--tick <n>', 'number of the tick', parseWholeNumber)
    .option('--run-id <id>', 'any run of the chain instead of the newest chain')
    .action((workflowId: string, _options: unknown, command: Command) => {
      const { json } = readGlobalOptions(command);
      const { tick, runId } = optionsSchema.parse(command.opts());
      const index = openCommandIndex(command);
      try {
        const page = getTick(index, { workflowId, runId, tick });
        const text = json
          ? `${JSON.stringify(page.tick, null, 2)}\n`
          : formatTree(page, terminalStyle(process.stdout));
        process.stdout.write(text);
      } finally {
        index.close();
      }
    });
}
