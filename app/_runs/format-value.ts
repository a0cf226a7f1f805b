import { formatDurationMs } from '#app/_ui/format-time.ts';
import type { Json } from '#auditor/model/history-event.ts';

/**
 * A value of the record as a person reads it. Text stays as it is; objects and lists become indented JSON.
 *
 * Units: `cents` are shown as whole units with two decimals, `ratio` as per cent, `ms` as a duration; others follow the number.
 */
export function formatValue(value: Json, unit?: string): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return value;
  if (typeof value === 'object') return JSON.stringify(value, undefined, 2);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (unit === 'cents') return formatCents(value);
  if (unit === 'ratio') return `${trimZeros((value * 100).toFixed(2))} %`;
  if (unit === 'ms') return formatDurationMs(value);
  return unit === undefined || unit === 'score' ? String(value) : `${value.toLocaleString('en')} ${unit}`;
}

/** Cents as whole units with two decimals, thousands apart: 1281000 is `12,810.00`. Fractions of a cent are kept. */
export function formatCents(cents: number): string {
  const digits = Number.isInteger(cents) ? 2 : 4;
  return (cents / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: digits });
}

const trimZeros = (text: string) => text.replace(/\.?0+$/, '');
