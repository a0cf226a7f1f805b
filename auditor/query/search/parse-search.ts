import { TickscopeError } from '../../base/tickscope-error.ts';
import { parseTimeMicros } from '../../base/units.ts';
import { parseField } from './parse-field.ts';
import type { FieldCondition, SearchFilters, SearchQuery, Term } from './search-query.ts';
import { type SearchPart, splitSearch } from './split-search.ts';

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
  const parts = splitSearch(text);
  if (parts.length > MOST_PARTS)
    throw wrong(`A search has at most ${MOST_PARTS} parts; this one has ${parts.length}.`);
  const read = readParts(parts);
  if (isEmpty(read)) throw wrong('The search is empty. Name a word, or a filter such as tool:getQuote.');
  if (read.fields.length > 0 && read.filters.tool === undefined) {
    throw wrong(
      'A condition on a field, such as price>100, needs the tool that has it: tool:getQuote price>100.',
    );
  }
  return read;
}

type Reading = {
  readonly groups: Term[][];
  readonly excluded: Term[];
  readonly fields: FieldCondition[];
  filters: SearchFilters;
};

function readParts(parts: readonly SearchPart[]): Reading {
  const reading: Reading = { groups: [], excluded: [], fields: [], filters: {} };
  let joinsLast = false;
  for (const part of parts) {
    if (part.kind === 'plain' && part.text === 'OR') {
      if (reading.groups.length === 0 || joinsLast)
        throw wrong(`OR at character ${part.at + 1} needs a word before and after it.`);
      joinsLast = true;
    } else {
      readPart(part, reading, joinsLast);
      joinsLast = false;
    }
  }
  if (joinsLast) throw wrong('OR at the end needs a word after it.');
  return reading;
}

function readPart(part: SearchPart, reading: Reading, joinsLast: boolean): void {
  const filter = part.kind === 'plain' ? toFilter(part) : undefined;
  const field = part.kind === 'plain' && !filter ? parseField(part.text) : undefined;
  if (filter) reading.filters = { ...reading.filters, ...filter };
  else if (field) reading.fields.push(field);
  else if (part.isExcluded) reading.excluded.push(toTerm(part));
  else if (joinsLast) reading.groups.at(-1)?.push(toTerm(part));
  else reading.groups.push([toTerm(part)]);
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
  'run-status': (runStatus) => ({ runStatus }),
  tick: (value, part) => ({ ticks: toTicks(value, part) }),
  kind: (kind) => ({ kind }),
  event: (eventType) => ({ eventType: eventType.toUpperCase() }),
  model: (model) => ({ model }),
  framework: (framework) => ({ framework }),
  tool: (tool) => ({ tool }),
  status: (status) => ({ status }),
  after: (value, part) => ({ afterMicros: toMicros(value, part) }),
  before: (value, part) => ({ beforeMicros: toMicros(value, part) }),
};

function toFilter(part: SearchPart): SearchFilters | undefined {
  const [, name = '', quoted, plain = ''] = /^([a-z-]+):(?:"([^"]*)"|(.*))$/su.exec(part.text) ?? [];
  if (name === '') return undefined;
  const read = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
  const value = quoted ?? plain;
  if (read === undefined) {
    const known = Object.keys(FILTERS).join(', ');
    throw wrong(
      `There is no filter “${name}:”. There are: ${known}. To look for the text itself, write it in quotes.`,
    );
  }
  if (value === '') throw wrong(`The filter ${name}: at character ${part.at + 1} has no value.`);
  if (part.isExcluded)
    throw wrong(`The filter ${name}: at character ${part.at + 1} cannot be excluded; words can.`);
  return read(value, part);
}

function toTicks(value: string, { at }: SearchPart): { from: number; to: number } {
  const [, from = '', to = from] = /^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(value) ?? [];
  if (from === '')
    throw wrong(`tick: at character ${at + 1} wants a number or a range: tick:14, tick:10..20.`);
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
