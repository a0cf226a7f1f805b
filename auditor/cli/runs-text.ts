import { toDurationWords } from '../base/duration-words.ts';
import type { ChainRun } from '../model/run.ts';
import type { RunListItem } from '../query/list-runs.ts';
import type { TextStyle } from './text-style.ts';
import { formatTable } from './text-table.ts';
import { toTokenText } from './token-text.ts';

/** A column is left out where no run has anything to say in it. */
const COLUMNS: readonly { readonly name: string; readonly toCell: (run: RunListItem) => string }[] = [
  { name: 'workflow id', toCell: (run) => run.workflowId },
  { name: 'type', toCell: (run) => run.workflowType },
  { name: 'status', toCell: toStatusText },
  { name: 'ticks', toCell: (run) => String(run.tickCount) },
  { name: 'model calls', toCell: ({ runs }) => toCount(sum(runs, (run) => run.modelCalls)) },
  { name: 'tool calls', toCell: ({ runs }) => toCount(sum(runs, (run) => run.toolCalls)) },
  { name: 'tokens in/out', toCell: toTokens },
  { name: 'last tick', toCell: (run) => toLastTick(run) },
  { name: 'started', toCell: (run) => run.startedAt },
  { name: 'last event', toCell: (run) => run.lastEventTime },
  { name: 'notes', toCell: toNotes },
];

const ALWAYS: ReadonlySet<string> = new Set(['ticks', 'last tick']);

/** Runs as a table, the most recently started first. */
export function formatRuns(runs: readonly RunListItem[], style: TextStyle): string {
  if (runs.length === 0) return 'No run fits. To fill the index: tickscope pull <workflow-id>\n';
  const columns = COLUMNS.filter(
    ({ name, toCell }) => ALWAYS.has(name) || runs.some((run) => toCell(run) !== ''),
  );
  const rows = runs.map((run) => ({ cells: columns.map(({ toCell }) => toCell(run)) }));
  return `${formatTable(
    columns.map(({ name }) => name),
    rows,
    style,
  )}\n`;
}

const sum = (runs: readonly ChainRun[], pick: (run: ChainRun) => number | undefined): number =>
  runs.reduce((total, run) => total + (pick(run) ?? 0), 0);

const toCount = (count: number): string => (count === 0 ? '' : String(count));

const toLastTick = ({ lastTick }: RunListItem): string =>
  lastTick ? `${lastTick.label}: ${lastTick.outcome}` : 'none';

function toTokens({ runs }: RunListItem): string {
  const known = runs.some((run) => run.inputTokens !== undefined || run.outputTokens !== undefined);
  if (!known) return '';
  return toTokenText(
    sum(runs, (run) => run.inputTokens),
    sum(runs, (run) => run.outputTokens),
  );
}

/** An event with two contents is an alarm: it stands beside the status. */
function toStatusText({ status, runs }: RunListItem): string {
  const conflicts = sum(runs, (run) => run.conflicts);
  return conflicts === 0
    ? status
    : `${status}, ${conflicts} event ${conflicts === 1 ? 'conflict' : 'conflicts'}`;
}

/** What a reader must know of the copy: what is lost, what cannot be replayed, how far behind it is. */
function toNotes({ status, runs }: RunListItem): string {
  const newest = runs.at(-1);
  const lost = runs.find((run) => run.lostFromEventId !== undefined);
  const viewOnly = runs.filter((run) => run.viewOnly !== undefined).length;
  return [
    ...(runs.length > 1 ? [`${runs.length} runs`] : []),
    ...(lost ? [`lost from event ${lost.lostFromEventId} of run ${lost.runId}`] : []),
    ...(viewOnly === 0 ? [] : ['view only']),
    ...(status === 'running' && newest?.lagMs !== undefined ? [`lag ${toDurationWords(newest.lagMs)}`] : []),
  ].join(', ');
}
