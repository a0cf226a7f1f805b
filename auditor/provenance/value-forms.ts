import { toDollarText } from '../base/money-text.ts';
import type { Json } from '../model/history-event.ts';

/** A way in which a value can be written. `conversion` says what was done to it. */
type ValueForm = { readonly text: string; readonly conversion?: string };

/** Values that stand everywhere and prove nothing. */
export function isTooCommon(value: Json): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 10;
  return typeof value === 'string' && value.trim().length < 3;
}

/**
 * The texts in which a value may be quoted: its digits, grouped digits, and an amount of cents as dollars. Nothing is rounded.
 *
 * Empty when: the value is no number and no text.
 */
export function toValueForms(value: Json): readonly ValueForm[] {
  if (typeof value === 'string') return [{ text: value }];
  if (typeof value !== 'number' || !Number.isFinite(value)) return [];
  const plain = String(value);
  const grouped = value.toLocaleString('en-US', { maximumFractionDigits: 20 });
  const forms: ValueForm[] = [{ text: plain }];
  if (grouped !== plain) forms.push({ text: grouped });
  if (!Number.isInteger(value)) return forms;
  const dollars = toDollarText(value);
  const texts = new Set([
    dollars,
    dollars.replaceAll(',', ''),
    dollars.replaceAll(',', '').replace(/\.?0+$/, ''),
  ]);
  return [...forms, ...[...texts].map((text) => ({ text, conversion: `${plain} cents are ${text}` }))];
}

/** Other numbers that are the same amount in another unit: cents and dollars. */
export function toConvertedNumbers(
  value: Json,
): readonly { readonly value: number; readonly conversion: string }[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return [];
  const asDollars = Number(toDollarText(value).replaceAll(',', ''));
  const dollars = Number.isInteger(value)
    ? [{ value: asDollars, conversion: `${value} cents are ${asDollars}` }]
    : [];
  const cents = Math.round(value * 100);
  // Exact or not at all: 1.005 is no whole number of cents.
  const isExact = Number(toDollarText(cents).replaceAll(',', '')) === value;
  return isExact ? [...dollars, { value: cents, conversion: `${value} is ${cents} cents` }] : dollars;
}

/** Where a form stands in a text as a word of its own: `40` is not in `140` nor in `40.5`. -1 when it does not. */
export function findQuoted(text: string, form: string): number {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    const [before, after, next] = [
      text[at - 1] ?? ' ',
      text[at + form.length] ?? ' ',
      text[at + form.length + 1] ?? ' ',
    ];
    const isInside =
      isWordPart(before) ||
      isWordPart(after) ||
      /[.,]/.test(before) ||
      (/[.,]/.test(after) && /\d/.test(next));
    if (!isInside) return at;
  }
  return -1;
}

const isWordPart = (char: string): boolean => /[\p{L}\p{N}_]/u.test(char);
