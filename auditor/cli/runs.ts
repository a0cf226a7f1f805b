import type { Command } from 'commander';
import { z } from 'zod';
import { listRuns } from '../query/list-runs.ts';
import { readGlobalOptions } from './global-options.ts';
import { addConfigOption, openCommandIndex } from './open-command-index.ts';
import { parseWholeNumber } from './parse-number.ts';
import { formatRuns } from './runs-text.ts';
import { plainStyle, terminalStyle } from './text-style.ts';

const optionsSchema = z.looseObject({
  limit: z.number(),
  type: z.string().optional(),
  all: z.boolean().default(false),
});

/** Wide enough for whoever reads the table with another program. */
const PIPE_WIDTH = 240;

/** `tickscope runs`: what the index holds. */
export function addRuns(program: Command): void {
  addConfigOption(program.command('runs'))
    .description('list the runs in the index, the most recently started first')
    .option('--limit <n>', 'at most this many', parseWholeNumber, 50)
    .option('--type <workflow-type>', 'only this workflow type')
    .option('--all', 'children of indexed runs too')
    .action((_options: unknown, command: Command) => {
      const { json } = readGlobalOptions(command);
      const { limit, type, all } = optionsSchema.parse(command.opts());
      const index = openCommandIndex(command);
      try {
        const runs = listRuns(index, { limit, workflowType: type, include: all ? 'all' : 'roots' });
        const style = process.stdout.isTTY ? terminalStyle(process.stdout) : plainStyle(PIPE_WIDTH);
        process.stdout.write(json ? `${JSON.stringify(runs, null, 2)}\n` : formatRuns(runs, style));
      } finally {
        index.close();
      }
    });
}
