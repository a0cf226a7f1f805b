import type { Command } from 'commander';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import { traceValue, type ValueName } from '../query/trace-value.ts';
import { readGlobalOptions } from './global-options.ts';
import { addConfigOption, openCommandIndex } from './open-command-index.ts';
import { parseWholeNumber } from './parse-number.ts';
import { formatProvenance } from './provenance-text.ts';
import { terminalStyle } from './text-style.ts';

const optionsSchema = z.looseObject({
  tick: z.number(),
  runId: z.string().optional(),
  fact: z.string().optional(),
  event: z.number().optional(),
  pointer: z.string().optional(),
});

const EXAMPLES = `
Examples:
  $ tickscope provenance trader-1 --tick 14 --fact quantity
  $ tickscope provenance trader-1 --tick 14 --event 212 \\
      --pointer /activityTaskScheduledEventAttributes/input/0/orderQty`;

/** `tickscope provenance`: the way of a value back to where it came into the run. */
export function addProvenance(program: Command): void {
  addConfigOption(program.command('provenance'))
    .description('trace a value of a tick back to where it came into the run')
    .argument('<workflow-id>')
    .requiredOption('--tick <n>', 'number of the tick', parseWholeNumber)
    .option('--run-id <id>', 'any run of the chain instead of the newest chain')
    .option('--fact <name>', "name of a fact of the tick's tree; see: tickscope tree --json")
    .option('--event <n>', 'event that holds the value', parseWholeNumber)
    .option('--pointer <pointer>', 'JSON pointer to it, payloads decoded')
    .addHelpText('after', EXAMPLES)
    .action((workflowId: string, _options: unknown, command: Command) => {
      const { json } = readGlobalOptions(command);
      const name = toValueName(workflowId, optionsSchema.parse(command.opts()));
      const index = openCommandIndex(command);
      try {
        const traced = traceValue(index, name);
        const text = json
          ? `${JSON.stringify(traced, null, 2)}\n`
          : formatProvenance(traced, terminalStyle(process.stdout));
        process.stdout.write(text);
      } finally {
        index.close();
      }
    });
}

function toValueName(workflowId: string, options: z.infer<typeof optionsSchema>): ValueName {
  const { tick, runId, fact, event, pointer } = options;
  if (fact !== undefined) return { workflowId, runId, tick, fact };
  if (event !== undefined && pointer !== undefined)
    return { workflowId, runId, tick, eventId: event, pointer };
  throw new TickscopeError(
    'wrong-usage',
    'Name the value: --fact <name>, or --event <n> with --pointer <pointer>.',
  );
}
