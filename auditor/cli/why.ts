import type { Command } from 'commander';
import { z } from 'zod';
import { explainTick } from '../query/explain-tick.ts';
import { formatAnswer } from './answer-text.ts';
import { readGlobalOptions } from './global-options.ts';
import { addConfigOption, openCommandIndex } from './open-command-index.ts';
import { parseWholeNumber } from './parse-number.ts';
import { terminalStyle } from './text-style.ts';

const optionsSchema = z.looseObject({ tick: z.number(), runId: z.string().optional() });

/** `tickscope why`: the answer to "why did it do that at tick n?". */
export function addWhy(program: Command): void {
  addConfigOption(program.command('why'))
    .description('explain a tick: what was known, what was decided, and which events prove it')
    .argument('<workflow-id>')
    .requiredOption('--tick <n>', 'number of the tick', parseWholeNumber)
    .option('--run-id <id>', 'any run of the chain instead of the newest chain')
    .action((workflowId: string, _options: unknown, command: Command) => {
      const { json } = readGlobalOptions(command);
      const { tick, runId } = optionsSchema.parse(command.opts());
      const index = openCommandIndex(command);
      try {
        const explained = explainTick(index, { workflowId, runId, tick });
        const text = json
          ? `${JSON.stringify(explained, null, 2)}\n`
          : formatAnswer(explained, terminalStyle(process.stdout));
        process.stdout.write(text);
      } finally {
        index.close();
      }
    });
}
