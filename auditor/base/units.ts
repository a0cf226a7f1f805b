import { TickscopeError } from './tickscope-error.ts';

/** A time or a span as protobuf holds it: whole seconds and the rest; both negative for a negative duration. */
export type Seconds = { readonly seconds: number; readonly nanos: number };

const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;
const DURATION = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/;

/**
 * RFC 3339 text → seconds since 1970 UTC.
 *
 * Throws: TickscopeError `history-invalid` when the text is no such time, or names a day or second that does not exist.
 */
export function parseTime(text: string): Seconds {
  const [, clock = '', fraction, zone = 'Z'] = TIME.exec(text) ?? [];
  const local = toLocalMs(clock);
  if (Number.isNaN(local)) throw notA('time', text);
  const shiftMs = zone === 'Z' ? 0 : local - Date.parse(`${clock}${zone}`);
  if (Number.isNaN(shiftMs)) throw notA('time', text);
  return { seconds: (local - shiftMs) / 1000, nanos: parseFraction(fraction) };
}

/** `2026-11-23T20:41:01` as if it were UTC; NaN for a day or second that does not exist, of which Date would make another one. */
function toLocalMs(clock: string): number {
  // All digits, as the pattern has seen; a number each by slices would take thrice as long, and every event has a time.
  const at = (from: number): number => clock.charCodeAt(from) * 10 + clock.charCodeAt(from + 1) - 528;
  const [year, month, day] = [at(0) * 100 + at(2), at(5), at(8)];
  const isClock = at(11) <= 23 && at(14) <= 59 && at(17) <= 59;
  if (clock === '' || !isClock || month < 1 || month > 12 || day < 1) return Number.NaN;
  // Date.UTC takes years below 100 for those of the last century.
  const ms = year < 100 ? Date.parse(`${clock}Z`) : Date.UTC(year, month - 1, day, at(11), at(14), at(17));
  return day <= 28 || new Date(ms).getUTCDate() === day ? ms : Number.NaN;
}

/** Seconds since 1970 UTC → RFC 3339 text with 0, 3, 6 or 9 digits, the fewest that lose nothing. */
export function toTimeText({ seconds, nanos }: Seconds): string {
  const ms = seconds * 1000;
  // The range of google.protobuf.Timestamp: years 1 to 9999.
  if (!(ms >= -62_135_596_800_000 && ms <= 253_402_300_799_000) || nanos < 0 || nanos > 999_999_999) {
    throw notA('time', `${seconds} s ${nanos} ns`);
  }
  return `${new Date(ms).toISOString().slice(0, 19)}${toFraction(nanos)}Z`;
}

/**
 * RFC 3339 text → microseconds since 1970 UTC, further digits cut off. For computing only: keep the text.
 *
 * Throws: TickscopeError `history-invalid`, also outside the years 1684 to 2255, which a number cannot hold exactly.
 */
export function parseTimeMicros(text: string): number {
  const { seconds, nanos } = parseTime(text);
  const micros = seconds * 1_000_000 + Math.floor(nanos / 1000);
  if (!Number.isSafeInteger(micros)) throw notA('time that fits into microseconds', text);
  return micros;
}

/** ProtoJSON duration (`"-1.5s"`) → seconds. Throws: TickscopeError `history-invalid`. */
export function parseDuration(text: string): Seconds {
  const match = DURATION.exec(text);
  if (match === null) throw notA('duration', text);
  const [, minus, seconds, fraction] = match;
  const sign = minus === '-' ? -1 : 1;
  // `+ 0` turns -0 into 0.
  return { seconds: sign * Number(seconds) + 0, nanos: sign * parseFraction(fraction) + 0 };
}

/**
 * Seconds → ProtoJSON duration with 0, 3, 6 or 9 digits, the fewest that lose nothing.
 *
 * Throws: TickscopeError `history-invalid` for what the text could not say: parts of different sign, a second or more of nanoseconds.
 */
export function toDurationText({ seconds, nanos }: Seconds): string {
  if (Math.abs(nanos) > 999_999_999 || seconds * nanos < 0 || Math.abs(seconds) > 999_999_999_999) {
    throw notA('duration', `${seconds} s ${nanos} ns`);
  }
  const minus = seconds < 0 || nanos < 0 ? '-' : '';
  return `${minus}${Math.abs(seconds)}${toFraction(Math.abs(nanos))}s`;
}

/** ProtoJSON duration → milliseconds, with a fraction where it has one. Throws: TickscopeError `history-invalid`. */
export function parseDurationMs(text: string): number {
  const { seconds, nanos } = parseDuration(text);
  return seconds * 1000 + nanos / 1_000_000;
}

function parseFraction(digits: string | undefined): number {
  return digits === undefined ? 0 : Number(digits.padEnd(9, '0'));
}

function toFraction(nanos: number): string {
  if (nanos === 0) return '';
  return `.${String(nanos)
    .padStart(9, '0')
    .replace(/(?:000){1,2}$/, '')}`;
}

function notA(what: string, text: string): TickscopeError {
  return new TickscopeError('history-invalid', `Not a ${what}: ${JSON.stringify(text.slice(0, 60))}.`);
}
