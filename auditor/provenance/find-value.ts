import { isSameJson } from '../base/same-json.ts';
import type { Json } from '../model/history-event.ts';
import type { Sureness } from '../model/provenance.ts';
import type { Holder } from './list-holders.ts';
import type { Leaf } from './list-leaves.ts';
import { findQuoted, toConvertedNumbers, toValueForms } from './value-forms.ts';

/** A leaf that holds the value. */
export type Found = {
  readonly leaf: Leaf;
  readonly how: Exclude<Sureness, 'same call id'>;
  /** The leaf's value, or the part of its text that quotes the value. */
  readonly shown: Json;
  readonly isQuoted: boolean;
  readonly conversion?: string;
  /** Other leaves of the event that match as well. */
  readonly others: number;
};

type Wanted = { readonly key: string; readonly value: Json };

const LONGEST_TEXT = 2_000_000;
const EXCERPT = 40;

/** The best place of a holder, below `prefix`, that has the value. Absent when: it has none. */
export function findIn(
  holder: Holder,
  wanted: Wanted,
  prefix: readonly (string | number)[],
): Found | undefined {
  const leaves = holder.leaves.filter(({ path }) => prefix.every((segment, at) => path[at] === segment));
  const matches = [...findEqual(leaves, wanted), ...findConverted(leaves, wanted)];
  const found = matches.find(({ how }) => how === 'same value at this path') ?? matches[0];
  if (found) return { ...found, others: matches.length - 1 };
  const quoted = findQuotes(leaves, wanted);
  return quoted[0] && { ...quoted[0], others: quoted.length - 1 };
}

type Match = Omit<Found, 'others'>;

function findEqual(leaves: readonly Leaf[], { key, value }: Wanted): readonly Match[] {
  return leaves
    .filter((leaf) => isSameJson(leaf.value, value))
    .map((leaf) => ({
      ...{ leaf, shown: leaf.value, isQuoted: false },
      how: isSameName(leaf.key, key) ? 'same value at this path' : 'same value',
    }));
}

/** `orderQty` and `qty` are one name to a reader, but no proof: only the same letters are. */
const isSameName = (a: string, b: string): boolean => a !== '' && toPlain(a) === toPlain(b);

const toPlain = (key: string): string => key.replaceAll(/[_-]/g, '').toLowerCase();

function findConverted(leaves: readonly Leaf[], { value }: Wanted): readonly Match[] {
  const converted = toConvertedNumbers(value);
  return leaves.flatMap((leaf) => {
    const other = converted.find((candidate) => candidate.value === leaf.value);
    return other
      ? [{ leaf, shown: leaf.value, isQuoted: false, how: 'same value', conversion: other.conversion }]
      : [];
  });
}

function findQuotes(leaves: readonly Leaf[], { value }: Wanted): readonly Match[] {
  const forms = toValueForms(value);
  return leaves.flatMap((leaf) => {
    if (typeof leaf.value !== 'string' || leaf.value.length > LONGEST_TEXT) return [];
    for (const { text, conversion } of forms) {
      const at = findQuoted(leaf.value, text);
      if (at < 0) continue;
      const shown = toExcerptAround(leaf.value, at, text.length);
      return [{ leaf, shown, isQuoted: true, how: 'quoted in text', ...(conversion ? { conversion } : {}) }];
    }
    return [];
  });
}

function toExcerptAround(text: string, at: number, length: number): string {
  const [from, to] = [Math.max(0, at - EXCERPT), Math.min(text.length, at + length + EXCERPT)];
  const inner = text.slice(from, to).toWellFormed();
  return `${from > 0 ? '…' : ''}${inner}${to < text.length ? '…' : ''}`;
}
