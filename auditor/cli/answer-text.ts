import type { AnswerSection, AnswerTable, Statement } from '../model/answer.ts';
import type { Citation } from '../model/citation.ts';
import type { ExplainedTick } from '../query/explain-tick.ts';
import { toTerminalText } from './terminal-text.ts';
import { MARKS, type TextStyle, toOneLine, wrap } from './text-style.ts';
import { formatTable } from './text-table.ts';

/** The answer as text: headline, sections, tables; each sentence with the ids of the events that prove it. */
export function formatAnswer(explained: ExplainedTick, style: TextStyle): string {
  const { question, answer, summary, runId } = explained;
  const status = summary.status === 'closed' ? '' : ` (${summary.status})`;
  return [
    style.paint('faint', toOneLine(`${question}${status}`)),
    '',
    ...answer.headline.map((statement) =>
      style.paint('heading', formatStatement(statement, runId, style, { first: '', rest: '' })),
    ),
    ...answer.sections.flatMap((section) => ['', formatSection(section, runId, style)]),
    '',
    style.paint('faint', toOneLine(`[e12] is event 12 of run ${runId}.`)),
    '',
  ].join('\n');
}

function formatSection({ title, statements, table }: AnswerSection, runId: string, style: TextStyle): string {
  return [
    style.paint('heading', toOneLine(title)),
    ...(table ? [formatAnswerTable(table, runId, style)] : []),
    ...statements.map((statement) =>
      formatStatement(statement, runId, style, { first: '  - ', rest: '    ' }),
    ),
  ].join('\n');
}

function formatAnswerTable({ columns, rows }: AnswerTable, runId: string, style: TextStyle): string {
  const lines = rows.map(({ cells, tone, citations }) => ({
    cells: [`${MARKS[tone]} ${cells[0] ?? ''}`, ...cells.slice(1), toProof(citations, runId)],
    paint: (line: string) => style.paint(tone === 'good' ? 'neutral' : tone, line),
  }));
  return formatTable([`  ${columns[0] ?? ''}`, ...columns.slice(1), 'events'], lines, style, '  ');
}

type Indent = { readonly first: string; readonly rest: string };

function formatStatement(
  { text, quote, citations }: Statement,
  runId: string,
  { width }: TextStyle,
  { first, rest }: Indent,
): string {
  const proof = toProof(citations, runId);
  if (quote === undefined) return wrap(`${toOneLine(text)} ${proof}`, width, rest, first);
  // The bar on each line keeps foreign text apart, whatever line breaks it holds.
  const quoted = wrap(toTerminalText(quote.replace(/\r\n?|[\u2028\u2029]/g, '\n')), width, `${rest}│ `);
  return `${wrap(`${toOneLine(text)} ${proof}`, width, rest, first)}\n${quoted}`;
}

/** `[e205 e212]`; an event of another run of the chain is named with its run. */
export function toProof(citations: readonly Citation[], runId: string): string {
  const ids = new Set(
    citations.map((citation) =>
      citation.runId === runId
        ? `e${citation.eventId}`
        : `e${citation.eventId} of run ${toOneLine(citation.runId)}`,
    ),
  );
  return `[${[...ids].join(' ')}]`;
}
