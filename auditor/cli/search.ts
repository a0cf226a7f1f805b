import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { Index } from '../query/open-index.ts';
import { SEARCH_KINDS, SEARCH_STATUSES } from '../query/search/parse-search.ts';
import { quote } from '../query/search/split-search.ts';
import { type Search, type SearchPage, searchPayloads } from '../query/search-payloads.ts';
import { EXIT_CODE } from './exit-code.ts';
import { readGlobalOptions } from './global-options.ts';
import { addConfigOption, openCommandIndex } from './open-command-index.ts';
import { parseCount } from './parse-number.ts';
import { addLinesOption, isByLine, printOne, toLines } from './print.ts';
import { createProgress, type Progress } from './progress.ts';
import { formatSearch } from './search-text.ts';

const optionsSchema = z.looseObject({ limit: z.number(), cursor: z.string().optional() });

type Filter = readonly [name: string, value: string, description: string, choices?: readonly string[]];

/** Options that stand for a filter of the search text, so that either may be written. */
const FILTERS: readonly Filter[] = [
  ['type', '<workflow-type>', 'only runs of this workflow type'],
  ['workflow', '<workflow-id>', 'only runs of this workflow id'],
  ['run', '<run-id>', 'only this run'],
  ['tick', '<n or n..m>', 'only these ticks'],
  ['kind', '<kind>', 'only calls or groups of this kind', SEARCH_KINDS],
  ['event', '<event-type>', 'only events of this type, ACTIVITY_TASK_FAILED'],
  ['model', '<name>', 'only calls of this model'],
  ['tool', '<name>', 'only calls of this tool'],
  ['status', '<status>', 'only calls or groups that ended so', SEARCH_STATUSES],
  ['after', '<time>', 'only events from this time on'],
  ['before', '<time>', 'only events before this time'],
];

const EXAMPLES = `
Examples:
  $ tickscope search SEC probe                       both words, anywhere in an event
  $ tickscope search '"SEC probe"' --type stockAgent
  $ tickscope search 'tool:getPriceHistory highCents>13000'   a field of a tool's arguments or result
  $ tickscope search 'halt OR resume -test' --tick 10..20

What a search can say: docs/search.md

${EXIT_CODE}`;

/** `tickscope search`: events by what they say. */
export function addSearch(program: Command): void {
  const command = addLinesOption(addConfigOption(program.command('search')))
    .description('find events by what their payloads, messages, failures and summaries say')
    .argument('[words...]', 'words, "phrases", filters')
    .option('--limit <n>', 'at most this many, up to 200', parseCount(200), 20)
    .option('--cursor <cursor>', 'go on where the last page ended');
  for (const [name, value, description, choices] of FILTERS) {
    const option = new Option(`--${name} ${value}`, description);
    command.addOption(choices === undefined ? option : option.choices(choices));
  }
  command
    .addHelpText('after', EXAMPLES)
    .action((words: readonly string[], _options: unknown, own: Command) => {
      search(words, own);
    });
}

function search(words: readonly string[], command: Command): void {
  const { limit, cursor } = optionsSchema.parse(command.opts());
  const index = openCommandIndex(command);
  try {
    const enabled = !readGlobalOptions(command).json;
    const progress = createProgress({ stream: process.stderr, label: 'looked at', enabled });
    const text = [...words, ...toFilters(command)].join(' ');
    const page = findHits(index, { text, limit, cursor }, progress);
    if (isByLine(command)) process.stdout.write(toLines(page.items));
    else printOne(command, page, formatSearch);
  } finally {
    index.close();
  }
}

/** A page may have looked through its share in vain: whoever waits at a terminal wants the first hit there is. */
function findHits(index: Index, search: Search, progress: Progress): SearchPage {
  let page = searchPayloads(index, search);
  let { scanned } = page;
  while (page.items.length === 0 && page.nextCursor !== undefined) {
    progress.update({ done: scanned, detail: 'no hit yet' });
    page = searchPayloads(index, { ...search, cursor: page.nextCursor });
    scanned += page.scanned;
  }
  progress.clear();
  return { ...page, scanned };
}

function toFilters(command: Command): readonly string[] {
  const options: Record<string, unknown> = command.opts();
  return FILTERS.flatMap(([name]) =>
    typeof options[name] === 'string' ? [`${name}:${quote(String(options[name]))}`] : [],
  );
}
