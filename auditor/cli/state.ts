import type { Command } from 'commander';
import { TickscopeError } from '../base/tickscope-error.ts';
import { getTick } from '../query/get-tick.ts';
import { addTickOptions, readTickName } from './chain-options.ts';
import { NOT_AVAILABLE } from './exit-code.ts';
import { readGlobalOptions } from './global-options.ts';
import { toJsonText } from './json-text.ts';
import { addConfigOption, withCommandIndex } from './open-command-index.ts';

const EXAMPLES = `
Examples:
  $ tickscope state trader-1 --tick 14

Not available yet: a workflow's variables are in no history, a strict replay has to bring them back, and this version has none.
Meanwhile:
  $ tickscope why trader-1 --tick 14                          what was known and decided
  $ tickscope provenance trader-1 --tick 14 --fact quantity   where a value came from
  $ tickscope events trader-1 --tick 14                       what happened

Exit code: 0 when done, 1 on an error, 2 for wrong usage, 3 as long as it is not available.`;

/** `tickscope state`: what a workflow held at a tick. Checks what is asked for, and says that nothing can answer it yet. */
export function addState(program: Command): void {
  addTickOptions(addConfigOption(program.command('state')))
    .description("show a workflow's variables at a tick (not available until strict replay is)")
    .argument('<workflow-id>')
    .addHelpText('after', EXAMPLES)
    .action((workflowId: string, _options: unknown, command: Command) => {
      const { tick } = withCommandIndex(command, (index) => {
        const name = readTickName(command, index, workflowId);
        getTick(index, name);
        return name;
      });
      answer(command, { workflowId, tick });
    });
}

function answer(command: Command, asked: { readonly workflowId: string; readonly tick: number }): void {
  const { workflowId, tick } = asked;
  const reason = `The state of ${workflowId} at tick ${tick} needs strict replay, which this version does not have.`;
  const instead = ['why', 'provenance', 'events'];
  if (!readGlobalOptions(command).json) {
    const next = instead.map((name) => `tickscope ${name}`).join(', ');
    throw new TickscopeError('not-available', `${reason} Meanwhile, with the same --tick: ${next}`);
  }
  console.log(toJsonText({ ...asked, available: false, reason, instead }, 2));
  process.exitCode = NOT_AVAILABLE;
}
