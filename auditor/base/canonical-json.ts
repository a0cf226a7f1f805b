import type { Json } from '../model/history-event.ts';
import { TickscopeError } from './tickscope-error.ts';

/** Deeper content is refused: no event of Temporal comes near, and a stack overflow would end the process. */
const DEEPEST = 1000;

/**
 * A JSON value as RFC 8785 text: one text for one value, whatever the order of its keys.
 *
 * Throws: TickscopeError `history-invalid` for what has no such form: a lone surrogate, a number that is not finite, nesting
 * beyond 1,000 levels.
 * Source: RFC 8785.
 */
export function toCanonicalJson(value: Json): string {
  return write(value, 0);
}

function write(value: Json, depth: number): string {
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number') return writeNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (depth >= DEEPEST) throw refused(`nested deeper than ${DEEPEST} levels`);
  if (isList(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  if (typeof value !== 'object') throw refused(`of type ${typeof value}`);
  return `{${Object.entries(value)
    .sort(byKey)
    .map(([key, item]) => `${writeString(key)}:${write(item, depth + 1)}`)
    .join(',')}}`;
}

/** `Array.isArray` does not narrow readonly arrays. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

// JavaScript compares strings by UTF-16 code units: the order of RFC 8785 §3.2.3.
function byKey([a]: readonly [string, Json], [b]: readonly [string, Json]): number {
  return a < b ? -1 : 1;
}

function writeString(text: string): string {
  if (!text.isWellFormed()) throw refused('with a lone surrogate');
  return JSON.stringify(text);
}

// ECMAScript's own number format is that of RFC 8785 §3.2.2.3; it writes -0 as 0, as demanded.
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw refused(`that is ${value}`);
  return String(value);
}

function refused(what: string): TickscopeError {
  return new TickscopeError('history-invalid', `A value ${what} has no canonical JSON (RFC 8785).`);
}
