import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import { parseDuration, parseTime, toDurationText, toTimeText } from '../base/units.ts';
import type { Json } from '../model/history-event.ts';
import { toCanonicalScalar } from './canonical-scalar.ts';

/**
 * A time of ProtoJSON in its canonical text: UTC, with the fewest of 0, 3, 6 or 9 digits. Also takes `{seconds, nanos}`.
 *
 * Throws: TickscopeError `history-invalid`.
 */
export function toCanonicalTime(value: Json, toPath: () => string): string {
  if (typeof value === 'string') return isCanonicalTime(value) ? value : toTimeText(parseTime(value));
  return toTimeText(readSeconds(value, toPath));
}

/** The same of a duration: `"-1.500s"`. */
export function toCanonicalDuration(value: Json, toPath: () => string): string {
  if (typeof value !== 'string') return toDurationText(readSeconds(value, toPath));
  return value === '0s' ? value : toDurationText(parseDuration(value));
}

/** Digits and marks of `2026-11-23T20:41:01.123456789Z`, on a day that every month has. Anything else is looked at again. */
function isCanonicalTime(text: string): boolean {
  const { length } = text;
  if (length !== 20 && length !== 24 && length !== 27 && length !== 30) return false;
  const two = (at: number): number => (text.charCodeAt(at) - 0x30) * 10 + text.charCodeAt(at + 1) - 0x30;
  if (!areDigits(text, 0, 4) || text.startsWith('0000') || !areMarks(text)) return false;
  for (const at of [5, 8, 11, 14, 17]) if (!areDigits(text, at, at + 2)) return false;
  const [month, day] = [two(5), two(8)];
  if (month < 1 || month > 12 || day < 1 || day > 28) return false;
  if (two(11) > 23 || two(14) > 59 || two(17) > 59) return false;
  return length === 20 || (areDigits(text, 20, length - 1) && !text.endsWith('000Z'));
}

function areMarks(text: string): boolean {
  const { length } = text;
  return (
    text.charCodeAt(4) === 0x2d &&
    text.charCodeAt(7) === 0x2d &&
    text.charCodeAt(10) === 0x54 &&
    text.charCodeAt(13) === 0x3a &&
    text.charCodeAt(16) === 0x3a &&
    text.charCodeAt(length - 1) === 0x5a &&
    (length === 20 || text.charCodeAt(19) === 0x2e)
  );
}

function areDigits(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

function readSeconds(value: Json, toPath: () => string): { seconds: number; nanos: number } {
  if (!isJsonObject(value)) throw new TickscopeError('history-invalid', `${toPath()} is no object.`);
  const read = { seconds: 0, nanos: 0 };
  for (const [key, child] of Object.entries(value)) {
    const at = () => `${toPath()}.${key}`;
    if (child === null) continue;
    if (key === 'seconds') read.seconds = toSafe(toCanonicalScalar('int64', child, at), at);
    else if (key === 'nanos') read.nanos = Number(toCanonicalScalar('int32', child, at));
    else throw new TickscopeError('history-invalid', `${at()} is no part of a time.`);
  }
  return read;
}

/** A duration's range ends at 10,000 years, far below what a number holds exactly. */
function toSafe(value: Json, at: () => string): number {
  const seconds = Number(value);
  if (Number.isSafeInteger(seconds) && Math.abs(seconds) <= 315_576_000_000) return seconds;
  throw new TickscopeError('history-invalid', `${at()} is beyond 10,000 years.`);
}
