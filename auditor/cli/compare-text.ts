import type { Difference, TextPart } from '../model/comparison.ts';
import type { Json } from '../model/history-event.ts';
import type { ComparedRuns, DifferingPair } from '../query/compare-runs.ts';
import type { ComparedTicks } from '../query/compare-ticks.ts';
import { toProof } from './answer-text.ts';
import { toTerminalText } from './terminal-text.ts';
import { type TextStyle, toOneLine, wrap } from './text-style.ts';
import { formatTable } from './text-table.ts';

/** Two runs: what is the same, the first difference in full, then every tick that differs. */
export function formatComparedRuns(compared: ComparedRuns, style: TextStyle): string {
  const { pairCount, sameCount, alignment, differing, left, first, a, b } = compared;
  const how = alignment === 'by-number' ? 'by their number' : 'by what became of them';
  const head = `${a.workflowId} (run ${a.firstRunId}) and ${b.workflowId} (run ${b.firstRunId}): ${sameCount} of ${pairCount} ticks are the same, brought together ${how}.`;
  const note = 'Ids, times, digests and raw provider answers are left out; --json lists their names.';
  return [
    style.paint('heading', wrap(toOneLine(head), style.width)),
    style.paint('faint', wrap(note, style.width)),
    ...(differing.length === 0 ? ['', 'No difference.'] : []),
    ...(first === undefined ? [] : ['', formatComparedTicks(first, style).trimEnd()]),
    ...(differing.length === 0 ? [] : ['', formatPairs(differing, style)]),
    ...(left === 0 ? [] : [`${left} more ticks differ.`]),
    '',
  ].join('\n');
}

function formatPairs(pairs: readonly DifferingPair[], style: TextStyle): string {
  const rows = pairs.map(({ a, b, whats }) => ({
    cells: [
      a === undefined ? '-' : String(a),
      b === undefined ? '-' : String(b),
      whats.length === 0
        ? `only ${a === undefined ? 'the second' : 'the first'} run has it`
        : whats.join('; '),
    ],
  }));
  return formatTable(['tick of a', 'tick of b', 'differs in'], rows, style);
}

/** Two ticks: everything that differs, words and values of the first in `[-…-]`, of the second in `{+…+}`. */
export function formatComparedTicks({ a, b, differences, apart }: ComparedTicks, style: TextStyle): string {
  const head = `${a.label} (${a.outcome}) and ${b.label} (${b.outcome})`;
  return [
    style.paint('heading', wrap(toOneLine(head), style.width)),
    ...(differences.length === 0 ? ['No difference.'] : []),
    ...differences.flatMap((difference) => formatDifference(difference, a.runId, b.runId, style)),
    ...(apart.length === 0
      ? []
      : [
          '',
          style.paint('faint', 'Not counted as differences:'),
          ...apart.map(
            (fact) => `  ${toOneLine(`${fact.what}: ${fact.a || 'none'} and ${fact.b || 'none'}`)}`,
          ),
        ]),
    '',
  ].join('\n');
}

function formatDifference(
  difference: Difference,
  runA: string,
  runB: string,
  style: TextStyle,
): readonly string[] {
  const proofs = [toProof(difference.inA, runA), toProof(difference.inB, runB)].filter(
    (proof) => proof !== '[]',
  );
  const head = `${toOneLine(difference.what)} ${proofs.join(' and ')}`;
  return ['', style.paint('heading', head), ...formatContent(difference, style)];
}

function formatContent(difference: Difference, style: TextStyle): readonly string[] {
  switch (difference.kind) {
    case 'text':
      return [wrap(difference.parts.map((part) => paintPart(part, style)).join(''), style.width, '  ')];
    case 'only': {
      const part = { side: difference.side, text: shorten(difference.text) };
      return [wrap(paintPart(part, style), style.width, '  ')];
    }
    case 'value': {
      const lines = difference.differences.map(
        ({ path, a, b }) => `  ${toOneLine(path || '/')}: ${toSides(a, b, style)}`,
      );
      return difference.left === 0 ? lines : [...lines, `  ${difference.left} more`];
    }
    default:
      return difference satisfies never;
  }
}

function toSides(a: Json | undefined, b: Json | undefined, style: TextStyle): string {
  const show = (side: 'a' | 'b', value: Json | undefined): readonly string[] =>
    value === undefined ? [] : [paintPart({ side, text: shorten(JSON.stringify(value)) }, style)];
  return [...show('a', a), ...show('b', b)].join(' ');
}

function paintPart({ side, text }: TextPart, { paint }: TextStyle): string {
  const safe = toTerminalText(text);
  if (side === 'both') return safe;
  return side === 'a' ? paint('bad', `[-${safe}-]`) : paint('good', `{+${safe}+}`);
}

const shorten = (text: string): string =>
  text.length <= 400 ? text : `${text.slice(0, 400)}… (${text.length - 400} more characters)`;
