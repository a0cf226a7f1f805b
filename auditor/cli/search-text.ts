import type { SearchHit } from '../query/search/to-hit.ts';
import type { SearchPage } from '../query/search-payloads.ts';
import { type TextStyle, toOneLine, wrap } from './text-style.ts';

/** Hits, grouped by run: tick, event, and what it says with the words marked. */
export function formatSearch(page: SearchPage, style: TextStyle): string {
  const lines: string[] = [];
  let run = '';
  for (const hit of page.items) {
    const name = `${hit.workflowId} (${hit.workflowType}) run ${hit.runId}`;
    if (name !== run) lines.push('', style.paint('heading', toOneLine(name)));
    run = name;
    lines.push(...formatHit(hit, style));
  }
  return `${[...lines.slice(1), '', style.paint('faint', toSummary(page)), ''].join('\n').trimStart()}`;
}

function formatHit(hit: SearchHit, style: TextStyle): readonly string[] {
  const { tick, eventId, eventType, eventTime, kind, name, tool, status, excerpt } = hit;
  const facts = [
    tick === undefined ? '' : `tick ${tick}`,
    `e${eventId}`,
    eventType,
    eventTime,
    tool ?? (kind === 'model-call' ? kind : (name ?? '')),
    status ?? '',
  ];
  return [
    toOneLine(`  ${facts.filter((fact) => fact !== '').join('  ')}`),
    wrap(markWords(excerpt, style), style.width, '    '),
  ];
}

/** Matches in brackets: colour alone would not reach everybody. */
function markWords({ text, marks }: SearchHit['excerpt'], { paint }: TextStyle): string {
  let shown = '';
  let at = 0;
  for (const [from, to] of marks) {
    shown += `${toOneLine(text.slice(at, from))}${paint('warn', `[${toOneLine(text.slice(from, to))}]`)}`;
    at = to;
  }
  return `${shown}${toOneLine(text.slice(at))}`;
}

function toSummary({ items, order, hitCount, isMore, nextCursor, scanned }: SearchPage): string {
  const all = hitCount === undefined ? '' : ` of ${isMore ? 'at least ' : ''}${hitCount}`;
  const name = (hitCount ?? items.length) === 1 ? 'hit' : 'hits';
  const how = order === 'best-first' ? 'the best match first' : 'the newest first';
  const more =
    nextCursor === undefined ? 'No more.' : `${scanned} looked at; more with --cursor ${nextCursor}`;
  return `${items.length}${all} ${name}, ${how}. ${more}`;
}
