import { isJsonList } from '../base/json-members.ts';
import { isJsonObject } from '../base/payload.ts';
import { tryParseJson } from '../base/same-json.ts';
import type { Json } from '../model/history-event.ts';

/** A number, text or truth value inside an event. */
export type Leaf = {
  /** Way into the decoded attributes; of a value inside JSON that is a text, the way to the text. */
  readonly path: readonly (string | number)[];
  /** Name under which it stands: its nearest key. */
  readonly key: string;
  readonly value: Json;
};

/** A payload of megabytes must not hang the search. */
const MOST_LEAVES = 20_000;

/** A provider's raw answer repeats what stands beside it. */
const SKIPPED: ReadonlySet<string> = new Set(['providerData', 'header']);

/** Every leaf of a value, those inside JSON texts too. At most 20,000. */
export function listLeaves(value: Json, path: readonly (string | number)[]): readonly Leaf[] {
  const leaves: Leaf[] = [];
  collect(value, { path, key: toKey(path) }, leaves);
  return leaves;
}

type At = Pick<Leaf, 'path' | 'key'> & { readonly isInText?: boolean };

function collect(value: Json, at: At, leaves: Leaf[]): void {
  if (leaves.length >= MOST_LEAVES) return;
  if (isJsonList(value)) {
    for (const [index, item] of value.entries()) collect(item, into(at, index), leaves);
  } else if (isJsonObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      if (!SKIPPED.has(key)) collect(child, into(at, key), leaves);
    }
  } else {
    leaves.push({ path: at.path, key: at.key, value });
    if (typeof value === 'string') collectInText(value, at, leaves);
  }
}

/** Arguments and structured answers of a model are JSON in a text. */
function collectInText(text: string, at: At, leaves: Leaf[]): void {
  if (at.isInText || !/^\s*[[{]/.test(text)) return;
  const inner = tryParseJson(text);
  if (inner !== undefined) collect(inner, { ...at, isInText: true }, leaves);
}

function into(at: At, key: string | number): At {
  const name = typeof key === 'string' ? key : at.key;
  return at.isInText ? { ...at, key: name } : { path: [...at.path, key], key: name };
}

const toKey = (path: readonly (string | number)[]): string =>
  path.findLast((segment): segment is string => typeof segment === 'string') ?? '';
