import type { Command } from 'commander';
import { z } from 'zod';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { ChainName } from '../query/find-chain-key.ts';
import { getChain } from '../query/get-chain.ts';
import { getEvent } from '../query/get-event.ts';
import { listEventPage } from '../query/list-events.ts';
import { listTicks } from '../query/list-ticks.ts';
import type { Index } from '../query/open-index.ts';
import { addChainOptions, readChainName } from './chain-options.ts';
import { formatEvent, formatEvents, formatRaw } from './events-text.ts';
import { EXIT_CODE } from './exit-code.ts';
import { addConfigOption, withCommandIndex } from './open-command-index.ts';
import { parseCount, parseWholeNumber } from './parse-number.ts';
import { addLinesOption, printOne, printPage } from './print.ts';
import { refuseTogether } from './refuse-together.ts';

const optionsSchema = z.looseObject({
  event: z.number().optional(),
  raw: z.boolean().default(false),
  type: z.string().optional(),
  tick: z.number().optional(),
  from: z.number().optional(),
  to: z.number().optional(),
  limit: z.number(),
  cursor: z.string().optional(),
});

const EXAMPLES = `
Examples:
  $ tickscope events trader-1 --tick 14
  $ tickscope events trader-1 --type ACTIVITY_TASK_FAILED --jsonl
  $ tickscope events trader-1 --event 212              decoded, secrets left out
  $ tickscope events trader-1 --event 212 --raw        the record itself

Events by what they say: tickscope search

${EXIT_CODE}`;

/** `tickscope events`: the events of a run, or one of them. */
export function addEvents(program: Command): void {
  addLinesOption(addChainOptions(addConfigOption(program.command('events'))))
    .description('list the events of a run, or show one of them')
    .argument('<workflow-id>')
    .option('--event <n>', 'show this event with its content', parseWholeNumber)
    .option('--raw', 'as stored: payloads encoded, nothing left out; with --event')
    .option('--type <event-type>', 'only events of this type, ACTIVITY_TASK_FAILED')
    .option('--tick <n>', 'only events of this tick', parseWholeNumber)
    .option('--from <n>', 'first event', parseWholeNumber)
    .option('--to <n>', 'last event', parseWholeNumber)
    .option('--limit <n>', 'at most this many, up to 1000', parseCount(1000), 200)
    .option('--cursor <cursor>', 'go on after the last page, which names it')
    .addHelpText('after', EXAMPLES)
    .action((workflowId: string, _options: unknown, command: Command) => {
      withCommandIndex(command, (index) => showEvents(index, workflowId, command));
    });
}

function showEvents(index: Index, workflowId: string, command: Command): void {
  refuseTogether(command, 'event', ['type', 'from', 'to', 'cursor', 'limit', 'jsonl']);
  const { event, raw, type, from, to, ...page } = optionsSchema.parse(command.opts());
  const { tick, limit, cursor } = page;
  const run = { workflowId, runId: findRun(index, readChainName(command, workflowId), tick) };
  if (event === undefined && raw) throw new TickscopeError('wrong-usage', '--raw needs --event <n>.');
  if (event === undefined) {
    const window = { ...run, tick, limit, cursor, eventType: type, fromEventId: from, toEventId: to };
    printPage(command, listEventPage(index, window), formatEvents);
    return;
  }
  const stored = getEvent(index, { ...run, eventId: event });
  if (raw) printOne(command, stored.event, formatRaw);
  else printOne(command, stored, formatEvent);
}

/** The run that is named, else the one in which the tick happened, else the newest. */
function findRun(index: Index, name: ChainName, tick: number | undefined): string {
  if (name.runId !== undefined) return name.runId;
  const [first] = tick === undefined ? [] : listTicks(index, { ...name, fromTick: tick, limit: 1 });
  const runId = first?.tick === tick ? first?.runId : undefined;
  return runId ?? getChain(index, name).runs.at(-1)?.runId ?? '';
}
