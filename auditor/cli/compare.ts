import type { Command } from 'commander';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import { compareRuns } from '../query/compare-runs.ts';
import { compareTicks } from '../query/compare-ticks.ts';
import type { Index } from '../query/open-index.ts';
import { formatComparedRuns, formatComparedTicks } from './compare-text.ts';
import { readGlobalOptions } from './global-options.ts';
import { toJsonText } from './json-text.ts';
import { addConfigOption, openCommandIndex } from './open-command-index.ts';
import { parseWholeNumber } from './parse-number.ts';
import { terminalStyle } from './text-style.ts';

const optionsSchema = z.looseObject({
  runIdA: z.string().optional(),
  runIdB: z.string().optional(),
  tick: z.number().optional(),
  tickB: z.number().optional(),
});

const EXAMPLES = `
Examples:
  $ tickscope compare trader-1 trader-2               every tick, the first difference in full
  $ tickscope compare trader-1 trader-2 --tick 14     one tick of each
  $ tickscope compare trader-1 trader-1 --tick 3 --tick-b 4

Exit code: 0 when nothing differs, 1 when something does, 2 for wrong usage.`;

/** `tickscope compare`: what two runs, or two ticks, do not have in common. */
export function addCompare(program: Command): void {
  addConfigOption(program.command('compare'))
    .description('compare two runs tick by tick, or two ticks: the first difference first')
    .argument('<workflow-id-a>')
    .argument('<workflow-id-b>')
    .option('--run-id-a <id>', 'a certain run of the first instead of its newest chain')
    .option('--run-id-b <id>', 'a certain run of the second')
    .option('--tick <n>', 'only this tick', parseWholeNumber)
    .option('--tick-b <n>', 'the tick of the second run, where its number is another', parseWholeNumber)
    .addHelpText('after', EXAMPLES)
    .action((a: string, b: string, _options: unknown, command: Command) => {
      const index = openCommandIndex(command);
      try {
        compare(index, a, b, command);
      } finally {
        index.close();
      }
    });
}

function compare(index: Index, workflowIdA: string, workflowIdB: string, command: Command): void {
  const { json } = readGlobalOptions(command);
  const { runIdA, runIdB, tick, tickB } = optionsSchema.parse(command.opts());
  const [a, b] = [
    { workflowId: workflowIdA, runId: runIdA },
    { workflowId: workflowIdB, runId: runIdB },
  ];
  if (tickB !== undefined && tick === undefined)
    throw new TickscopeError('wrong-usage', '--tick-b needs --tick: the tick of the first run.');
  const style = terminalStyle(process.stdout);
  if (tick === undefined) {
    const compared = compareRuns(index, a, b);
    process.stdout.write(json ? `${toJsonText(compared, 2)}\n` : formatComparedRuns(compared, style));
    if (compared.differing.length > 0) process.exitCode = 1;
    return;
  }
  const compared = compareTicks(index, { ...a, tick }, { ...b, tick: tickB ?? tick });
  process.stdout.write(json ? `${toJsonText(compared, 2)}\n` : formatComparedTicks(compared, style));
  if (compared.differences.length > 0) process.exitCode = 1;
}
