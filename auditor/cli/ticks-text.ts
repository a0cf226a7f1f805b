import { toDurationWords } from '../base/duration-words.ts';
import type { TickSummary } from '../model/tick.ts';
import { MARKS, type TextStyle } from './text-style.ts';
import { formatTable } from './text-table.ts';
import { toTokenText } from './token-text.ts';

type Column = { readonly name: string; readonly toCell: (tick: TickSummary) => string };

/** A column is left out where no tick has anything to say in it. */
const COLUMNS: readonly Column[] = [
  { name: 'tick', toCell: ({ tick, tone }) => `${MARKS[tone]} ${tick}` },
  { name: 'label', toCell: ({ tick, label }) => (label === `tick ${tick}` ? '' : label) },
  { name: 'outcome', toCell: ({ outcome }) => outcome },
  { name: 'status', toCell: toStatus },
  { name: 'level', toCell: ({ level }) => level },
  { name: 'model calls', toCell: ({ modelCalls }) => toCount(modelCalls) },
  { name: 'tool calls', toCell: ({ toolCalls }) => toCount(toolCalls) },
  {
    name: 'tokens in/out',
    toCell: ({ inputTokens, outputTokens }) => toTokenText(inputTokens, outputTokens),
  },
  { name: 'duration', toCell: ({ durationMs }) => toDurationWords(durationMs) },
  { name: 'events', toCell: ({ firstEventId, lastEventId }) => `${firstEventId}–${lastEventId}` },
  { name: 'worker', toCell: ({ workerIdentity }) => workerIdentity ?? '' },
  { name: 'started', toCell: ({ startedAt }) => startedAt },
];

/** Ticks as a table, in the order given. */
export function formatTicks(ticks: readonly TickSummary[], style: TextStyle): string {
  if (ticks.length === 0) return 'There is no tick here.\n';
  const columns = COLUMNS.filter(({ toCell }) => ticks.some((tick) => toCell(tick) !== ''));
  const rows = ticks.map((tick) => ({
    cells: columns.map(({ toCell }) => toCell(tick)),
    paint: (line: string) => style.paint(tick.tone, line),
  }));
  const names = columns.map(({ name }) => (name === 'tick' ? '  tick' : name));
  return `${formatTable(names, rows, style)}\n`;
}

const toCount = (count: number): string => (count === 0 ? '' : String(count));

function toStatus({ status, interrupted }: TickSummary): string {
  const parts = [...(status === 'closed' ? [] : [status]), ...(interrupted ? ['interrupted'] : [])];
  return parts.join(', ');
}
