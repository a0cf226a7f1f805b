import { toDurationWords } from '../base/duration-words.ts';
import type { Decision } from '../model/decision.ts';
import type { TickPage } from '../query/get-tick.ts';
import { toProof } from './answer-text.ts';
import { MARKS, type TextStyle, toOneLine, wrap } from './text-style.ts';

/** The decision tree of a tick, drawn with lines: kind, title, outcome, duration, attempts, events. */
export function formatTree({ chain, tick }: TickPage, style: TextStyle): string {
  const interrupted = tick.interrupted ? ', interrupted' : '';
  const span = `${tick.status}${interrupted}, ${toDurationWords(tick.durationMs)}, events ${tick.firstEventId} to ${tick.lastEventId} of run ${tick.runId}, started ${tick.startedAt}`;
  return [
    style.paint('heading', toOneLine(`${chain.workflowId}, ${tick.label}: ${tick.outcome}`)),
    style.paint('faint', toOneLine(span)),
    ...formatNodes(tick.tree, tick.runId, style, ''),
    '',
  ].join('\n');
}

function formatNodes(
  nodes: readonly Decision[],
  runId: string,
  style: TextStyle,
  indent: string,
): readonly string[] {
  return nodes.flatMap((node, index) => {
    const isLast = index === nodes.length - 1;
    const inner = `${indent}${isLast ? '   ' : '│  '}`;
    const below = node.children.length > 0 ? `${inner}│    ` : `${inner}     `;
    const line = wrap(toLine(node, runId), style.width, below, `${indent}${isLast ? '└─ ' : '├─ '}`);
    return [style.paint(node.tone, line), ...formatNodes(node.children, runId, style, inner)];
  });
}

function toLine(node: Decision, runId: string): string {
  const { kind, title, outcome, tone, durationMs, attempt = 1, citations } = node;
  const name = title === kind || title.startsWith(`${kind} `) ? title : `${kind} ${title}`;
  return [
    `${MARKS[tone]} ${toOneLine(name)}${outcome === undefined ? '' : `: ${toOneLine(outcome)}`}`,
    ...(durationMs === undefined ? [] : [`(${toDurationWords(durationMs)})`]),
    ...(attempt > 1 ? [`(attempt ${attempt})`] : []),
    toProof(citations, runId),
  ].join(' ');
}
