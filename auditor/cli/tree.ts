import type { Command } from 'commander';
import { getTick } from '../query/get-tick.ts';
import { addTickOptions, readTickName } from './chain-options.ts';
import { EXIT_CODE } from './exit-code.ts';
import { readGlobalOptions } from './global-options.ts';
import { toJsonText } from './json-text.ts';
import { addConfigOption, withCommandIndex } from './open-command-index.ts';
import { printOne } from './print.ts';
import { formatTree } from './tree-text.ts';

const EXAMPLES = `
Examples:
  $ tickscope tree trader-1                    the newest tick
  $ tickscope tree trader-1 --tick 14
  $ tickscope tree trader-1 --tick 14 --json   with every fact and its citation

${EXIT_CODE}`;

/** `tickscope tree`: the decision tree of a tick. */
export function addTree(program: Command): void {
  addTickOptions(addConfigOption(program.command('tree')))
    .description('draw the decision tree of a tick')
    .argument('<workflow-id>')
    .addHelpText('after', EXAMPLES)
    .action((workflowId: string, _options: unknown, own: Command) => {
      withCommandIndex(own, (index) => {
        const page = getTick(index, readTickName(own, index, workflowId));
        if (readGlobalOptions(own).json) console.log(toJsonText(page.tick, 2));
        else printOne(own, page, formatTree);
      });
    });
}
