import { cite } from '../../base/cite.ts';
import type { Field } from '../../base/walk-fields.ts';
import type { Citation } from '../../model/citation.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import { type Leaf, listLeaves } from '../../provenance/list-leaves.ts';
import type { Term } from './search-query.ts';

/** A part of an event's text, with the places of what was looked for. Hostile text. */
export type Excerpt = {
  readonly text: string;
  /** Start and end of each match in `text`. */
  readonly marks: readonly (readonly [from: number, to: number])[];
  readonly citation: Citation;
};

/** Members that hold what users wrote; the others are bookkeeping. */
const PARTS: ReadonlySet<string> = new Set([
  'input',
  'result',
  'details',
  'upsertedMemo',
  'failure',
  'acceptedRequest',
]);

const AROUND = 70;
const MOST_MARKS = 20;

/** Where an event says what was looked for: the leaf that says most of it. Without a match, the first leaf that says anything. */
export function findExcerpt(runId: string, event: DecodedEvent, terms: readonly Term[]): Excerpt {
  const leaves = listLeaves(event.attributes, []).filter(
    ({ value }) => value !== null && typeof value !== 'boolean',
  );
  const pattern = toPattern(terms);
  let best: { readonly leaf: Leaf; readonly text: string; readonly score: number } | undefined;
  for (const leaf of leaves) {
    const text = toText(leaf);
    const score = pattern ? new Set(text.match(pattern)?.map((word) => word.toLowerCase())).size : 0;
    if (best === undefined || score > best.score) best = { leaf, text, score };
  }
  if (best && best.score > 0)
    return { ...cut(best.text, pattern), citation: cite(runId, event, best.leaf.path) };
  const first = leaves.find(({ path }) => PARTS.has(String(path[0]))) ?? best?.leaf;
  const text = event.summary ?? (first ? toText(first) : event.eventType);
  return { ...cut(text, undefined), citation: cite(runId, event, event.summary ? undefined : first?.path) };
}

/** A value that was asked for by its field; all of it is marked. */
export function toFieldExcerpt(runId: string, event: DecodedEvent, { keys, path, value }: Field): Excerpt {
  const from = `${keys.at(-1) ?? ''}: `.length;
  const { text } = cut(`${keys.at(-1) ?? ''}: ${String(value)}`, undefined);
  return { text, marks: text.length > from ? [[from, text.length]] : [], citation: cite(runId, event, path) };
}

/** With its key, which is searchable, too. A key inside a text is not named twice. */
const toText = ({ key, value }: Leaf): string => (key === '' ? String(value) : `${key}: ${String(value)}`);

function toPattern(terms: readonly Term[]): RegExp | undefined {
  const texts = terms.map(({ kind, text }) => {
    // The table cuts words at every other character: between the words of a term anything but these may stand.
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
    return `${words.join('[^\\p{L}\\p{N}]+')}${kind === 'prefix' ? '[\\p{L}\\p{N}]*' : ''}`;
  });
  const known = texts.filter((text) => text !== '');
  return known.length === 0
    ? undefined
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${known.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

function cut(text: string, pattern: RegExp | undefined): Pick<Excerpt, 'text' | 'marks'> {
  const first = pattern ? text.search(pattern) : 0;
  const from = Math.max(0, first - AROUND);
  const part = text.slice(from, Math.max(0, first) + 2 * AROUND).toWellFormed();
  const shown = `${from > 0 ? '…' : ''}${part}${from + part.length < text.length ? '…' : ''}`;
  const marks = pattern ? [...shown.matchAll(pattern)].slice(0, MOST_MARKS) : [];
  return { text: shown, marks: marks.map(({ index, 0: word }) => [index, index + word.length]) };
}
