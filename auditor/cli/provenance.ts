import type { Command } from 'commander';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import { traceValue } from '../query/trace-value.ts';
import { addTickOptions, readTickName } from './chain-options.ts';
import { EXIT_CODE } from './exit-code.ts';
import { addConfigOption, withCommandIndex } from './open-command-index.ts';
import { parseWholeNumber } from './parse-number.ts';
import { printOne } from './print.ts';
import { formatProvenance } from './provenance-text.ts';
import { refuseTogether } from './refuse-together.ts';

const optionsSchema = z.looseObject({
  fact: z.string().optional(),
  event: z.number().optional(),
  pointer: z.string().optional(),
});

const EXAMPLES = `
Examples:
  $ tickscope provenance trader-1 --tick 14 --fact quantity
  $ tickscope provenance trader-1 --tick 14 --event 212 \\
      --pointer /activityTaskScheduledEventAttributes/input/0/orderQty

${EXIT_CODE}`;

/** `tickscope provenance`: the way of a value back to where it came into the run. */
export function addProvenance(program: Command): void {
  addTickOptions(addConfigOption(program.command('provenance')))
    .description('trace a value of a tick back to where it came into the run')
    .argument('<workflow-id>')
    .option('--fact <name>', "name of a fact of the tick's tree; see: tickscope tree --json")
    .option('--event <n>', 'event that holds the value', parseWholeNumber)
    .option('--pointer <pointer>', 'JSON pointer to it, payloads decoded')
    .addHelpText('after', EXAMPLES)
    .action((workflowId: string, _options: unknown, own: Command) => {
      const value = readValue(own);
      withCommandIndex(own, (index) => {
        const tick = readTickName(own, index, workflowId);
        printOne(own, traceValue(index, { ...tick, ...value }), formatProvenance);
      });
    });
}

type Value = { readonly fact: string } | { readonly eventId: number; readonly pointer: string };

function readValue(command: Command): Value {
  refuseTogether(command, 'fact', ['event', 'pointer']);
  const { fact, event, pointer } = optionsSchema.parse(command.opts());
  if (fact !== undefined) return { fact };
  if (event !== undefined && pointer !== undefined) return { eventId: event, pointer };
  throw new TickscopeError(
    'wrong-usage',
    'Name the value: --fact <name>, or --event <n> with --pointer <pointer>.',
  );
}
