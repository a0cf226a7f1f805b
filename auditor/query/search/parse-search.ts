import { SUBJECT_KINDS, SUBJECT_STATUSES } from '../../base/subject-rows.ts';
import { TickscopeError } from '../../base/tickscope-error.ts';
import { parseTimeMicros } from '../../base/units.ts';
import { RUN_STATUSES } from '../../model/run.ts';
import { parseField } from './parse-field.ts';
import type { FieldCondition, SearchFilters, SearchQuery, Term } from './search-query.ts';
import { type SearchPart, splitSearch, unquote } from './split-search.ts';

/** Longer texts are no searches. */
const LONGEST = 2_000;
const MOST_PARTS = 50;

/**
 * Reads a search: words, "phrases", `word*`, `-word`, `a OR b`, filters as `tool:getQuote`, fields as `price>100`.
 *
 * Throws: TickscopeError `wrong-usage` that says what is wrong, and where.
 */
export function parseSearch(text: string): SearchQuery {
  if (text.length > LONGEST)
    throw wrong(`A search has at most ${LONGEST} characters; this one has ${text.length}.`);
  // SQLite reads a text up to its first NUL.
  const parts = splitSearch(text.replaceAll('\0', ' '));
  if (parts.length > MOST_PARTS)
    throw wrong(`A search has at most ${MOST_PARTS} parts; this one has ${parts.length}.`);
  const read = readParts(parts);
  if (isEmpty(read))
    throw wrong('The search is empty. Name a word to look for, or a filter such as tool:getQuote.');
  if (read.fields.length > 0 && read.filters.callKind === 'model-call')
    throw wrong('A condition on a field is about tool calls; kind:model-call lets none through.');
  if (read.fields.length > 0 && read.filters.tool === undefined) {
    throw wrong(
      'A condition on a field, such as price>100, needs the tool that has it: tool:getQuote price>100.',
    );
  }
  refuseBackwards(read.filters);
  return read;
}

function refuseBackwards({ afterMicros, beforeMicros }: SearchFilters): void {
  if (afterMicros === undefined || beforeMicros === undefined || afterMicros < beforeMicros) return;
  throw wrong('after: is not earlier than before:, so that nothing lies between them.');
}

type Reading = {
  readonly groups: Term[][];
  readonly excluded: Term[];
  readonly fields: FieldCondition[];
  filters: SearchFilters;
};

function readParts(parts: readonly SearchPart[]): Reading {
  const reading: Reading = { groups: [], excluded: [], fields: [], filters: {} };
  let before: Read | undefined;
  for (const part of parts) {
    const isOr = part.kind === 'plain' && part.text === 'OR' && !part.isExcluded;
    if (isOr && before !== 'word') throw wrong(`OR at character ${part.at + 1} needs a word before it.`);
    const read = isOr ? 'or' : readPart(part, reading, before);
    if (before === 'or' && read !== 'word')
      throw wrong(`OR stands between words; at character ${part.at + 1} there is none.`);
    before = read;
  }
  if (before === 'or') throw wrong('OR at the end needs a word after it.');
  return reading;
}

/** What a part was. */
type Read = 'word' | 'or' | 'other';

function readPart(part: SearchPart, reading: Reading, before: Read | undefined): Read {
  const filter = part.kind === 'plain' ? toFilter(part, reading.filters) : undefined;
  const field = part.kind === 'plain' && !filter ? toField(part) : undefined;
  if (filter) reading.filters = { ...reading.filters, ...filter };
  else if (field) reading.fields.push(field);
  else if (part.isExcluded) reading.excluded.push(toTerm(part));
  else {
    if (before === 'or') reading.groups.at(-1)?.push(toTerm(part));
    else reading.groups.push([toTerm(part)]);
    return 'word';
  }
  return 'other';
}

function toField({ text, at, isExcluded }: SearchPart): FieldCondition | undefined {
  const field = parseField(text);
  if (field === undefined && /^[\p{L}_$][\p{L}\p{N}_$.-]*(?:>=|<=|!=|=|>|<)/u.test(text))
    throw wrong(
      `${JSON.stringify(text)} at character ${at + 1} is no condition like price>100. To look for the text itself, write it in quotes.`,
    );
  if (field && isExcluded)
    throw wrong(
      `The condition at character ${at + 1} cannot be excluded; words can. Turn it round: != instead of =, <= instead of >.`,
    );
  return field;
}

const isEmpty = ({ groups, fields, filters }: Reading): boolean =>
  groups.length === 0 && fields.length === 0 && Object.keys(filters).length === 0;

function toTerm({ kind, text, at }: SearchPart): Term {
  const hasWord = /[\p{L}\p{N}]/u.test(text);
  if (!hasWord)
    throw wrong(`${JSON.stringify(text)} at character ${at + 1} holds no letter and no digit to look for.`);
  if (kind === 'phrase') return { kind: 'phrase', text };
  return text.endsWith('*') ? { kind: 'prefix', text: text.slice(0, -1) } : { kind: 'word', text };
}

const FILTERS: Readonly<Record<string, (value: string, part: SearchPart) => SearchFilters>> = {
  type: (workflowType) => ({ workflowType }),
  workflow: (workflowId) => ({ workflowId }),
  run: (runId) => ({ runId }),
  namespace: (namespace) => ({ namespace }),
  'run-status': (value, part) => ({ runStatus: toOneOf(RUN_STATUSES, value, part) }),
  tick: (value, part) => ({ ticks: toTicks(value, part) }),
  kind: (value, part) => toKind(value, part),
  event: (eventType) => ({ eventType }),
  model: (model) => ({ model }),
  framework: (framework) => ({ framework }),
  tool: (tool) => ({ tool }),
  status: (value, part) => ({ status: toOneOf(SEARCH_STATUSES, value, part) }),
  after: (value, part) => ({ afterMicros: toMicros(value, part) }),
  before: (value, part) => ({ beforeMicros: toMicros(value, part) }),
};

/** What `kind:` takes. */
export const SEARCH_KINDS = ['model-call', 'tool-call', ...SUBJECT_KINDS] as const;

/** Statuses that tool calls alone have. */
export const TOOL_STATUSES = ['answered', 'unknown'] as const;

/** What `status:` takes. */
export const SEARCH_STATUSES = [...SUBJECT_STATUSES, ...TOOL_STATUSES] as const;

function toFilter(part: SearchPart, known: SearchFilters): SearchFilters | undefined {
  const [, name = '', quoted, plain = ''] = /^([a-z-]+):(?:"((?:[^"]|"")*)"|(.*))$/su.exec(part.text) ?? [];
  if (name === '') return undefined;
  const where = `${name}: at character ${part.at + 1}`;
  const read = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  const value = quoted === undefined ? plain : unquote(quoted);
  if (read === undefined) {
    throw wrong(
      `There is no filter ${where}. There are: ${Object.keys(FILTERS).join(', ')}. To look for the text itself, write it in quotes.`,
    );
  }
  if (value === '') throw wrong(`The filter ${where} has no value.`);
  if (part.isExcluded) throw wrong(`The filter ${where} cannot be excluded; words can.`);
  const filter = read(value, part);
  if (Object.keys(filter).some((key) => Object.hasOwn(known, key)))
    throw wrong(`The filter ${where} stands there twice.`);
  return filter;
}

function toKind(value: string, part: SearchPart): SearchFilters {
  const kind = toOneOf(SEARCH_KINDS, value, part);
  return kind === 'model-call' || kind === 'tool-call' ? { callKind: kind } : { groupKind: kind };
}

/** A word that nothing has finds nothing; which words there are is more useful. */
function toOneOf<Word extends string>(words: readonly Word[], value: string, { text, at }: SearchPart): Word {
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  throw wrong(`${JSON.stringify(text)} at character ${at + 1} is none of: ${words.join(', ')}.`);
}

function toTicks(value: string, { at }: SearchPart): { from: number; to: number } {
  const [, from = '', to = from] = /^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(value) ?? [];
  if (from === '')
    throw wrong(`tick: at character ${at + 1} wants a number or a range: tick:14, tick:10..20.`);
  if (Number(from) > Number(to))
    throw wrong(`tick: at character ${at + 1} begins after its end: ${from} is more than ${to}.`);
  return { from: Number(from), to: Number(to) };
}

function toMicros(value: string, { at }: SearchPart): number {
  try {
    return parseTimeMicros(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00Z` : value);
  } catch {
    throw wrong(`The time at character ${at + 1} is not like 2026-11-24 or 2026-11-24T09:30:00Z.`);
  }
}

const wrong = (message: string): TickscopeError => new TickscopeError('wrong-usage', message);
