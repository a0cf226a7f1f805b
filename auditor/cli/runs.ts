import { type Command, Option } from 'commander';
import { z } from 'zod';
import { RUN_STATUSES } from '../model/run.ts';
import { listRuns, type RunWindow } from '../query/list-runs.ts';
import { EXIT_CODE } from './exit-code.ts';
import { addConfigOption, withCommandIndex } from './open-command-index.ts';
import { parseCount } from './parse-number.ts';
import { addLinesOption, printPage } from './print.ts';
import { formatRuns } from './runs-text.ts';

const text = z.string().optional();
const optionsSchema = z.looseObject({
  limit: z.number(),
  cursor: text,
  type: text,
  status: z.enum(RUN_STATUSES).optional(),
  namespace: text,
  parent: text,
  text,
  all: z.boolean().default(false),
});

const EXAMPLES = `
Examples:
  $ tickscope runs
  $ tickscope runs --status failed --type tradingAgent --limit 10
  $ tickscope runs --parent demo-nvda                  children of a workflow
  $ tickscope runs --json | jq -r '.[].workflowId'

${EXIT_CODE}`;

/** `tickscope runs`: what the index holds. */
export function addRuns(program: Command): void {
  addLinesOption(addConfigOption(program.command('runs')))
    .description('list the runs in the index, the most recently started first')
    .option('--limit <n>', 'at most this many, up to 500', parseCount(500), 50)
    .option('--cursor <cursor>', 'go on after the last page, which names it')
    .option('--type <workflow-type>', 'only this workflow type')
    .addOption(new Option('--status <status>', 'only this status').choices(RUN_STATUSES))
    .option('-n, --namespace <name>', 'only this namespace')
    .option('--parent <workflow-id>', 'only children of this workflow')
    .option('--text <text>', 'only where it stands in the workflow id, run id or type')
    .option('--all', 'children of indexed runs too')
    .addHelpText('after', EXAMPLES)
    .action((_options: unknown, command: Command) => {
      withCommandIndex(command, (index) => {
        printPage(command, listRuns(index, toWindow(optionsSchema.parse(command.opts()))), formatRuns);
      });
    });
}

function toWindow({ type, parent, all, ...rest }: z.infer<typeof optionsSchema>): RunWindow {
  const { limit, cursor, status, namespace, text } = rest;
  return {
    ...{ limit, cursor, status, namespace, text, workflowType: type },
    ...(parent === undefined ? {} : { parent: { workflowId: parent } }),
    ...(all ? { include: 'all' } : {}),
  };
}
