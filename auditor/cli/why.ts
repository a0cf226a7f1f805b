import type { Command } from 'commander';
import { explainTick } from '../query/explain-tick.ts';
import { formatAnswer } from './answer-text.ts';
import { addTickOptions, readTickName } from './chain-options.ts';
import { EXIT_CODE } from './exit-code.ts';
import { addConfigOption, withCommandIndex } from './open-command-index.ts';
import { printOne } from './print.ts';

const EXAMPLES = `
Examples:
  $ tickscope why trader-1                    the newest tick
  $ tickscope why trader-1 --tick 14
  $ tickscope why trader-1 --tick 14 --json   the same as data

${EXIT_CODE}`;

/** `tickscope why`: the answer to "why did it do that at tick n?". */
export function addWhy(program: Command): void {
  addTickOptions(addConfigOption(program.command('why')))
    .description('explain a tick: what was known, what was decided, and which events prove it')
    .argument('<workflow-id>')
    .addHelpText('after', EXAMPLES)
    .action((workflowId: string, _options: unknown, own: Command) => {
      withCommandIndex(own, (index) => {
        printOne(own, explainTick(index, readTickName(own, index, workflowId)), formatAnswer);
      });
    });
}
