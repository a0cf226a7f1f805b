import type { Difference } from '../model/comparison.ts';
import type { Json } from '../model/history-event.ts';
import { diffJson } from './diff-json.ts';
import { diffTexts } from './diff-words.ts';
import type { Comparable, ComparableTick } from './to-comparable.ts';

/** Everything that two ticks do not have in common. Order: as it happened in a, then what only b has. Empty when: nothing differs. */
export function diffTicks(a: ComparableTick, b: ComparableTick): readonly Difference[] {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].flatMap((what) => {
    const [one, other] = [a.get(what), b.get(what)];
    if (one && other) return diffParts(what, one, other);
    if (one) return [toOnly(what, 'a', one)];
    return other ? [toOnly(what, 'b', other)] : [];
  });
}

function diffParts(what: string, a: Comparable, b: Comparable): readonly Difference[] {
  const base = { what, inA: a.citations, inB: b.citations };
  if (a.kind === 'text' && b.kind === 'text') {
    const parts = diffTexts(a.text, b.text);
    return parts.length === 0 ? [] : [{ ...base, kind: 'text', parts }];
  }
  const { differences, left } = diffJson(toValue(a), toValue(b));
  return differences.length === 0 ? [] : [{ ...base, kind: 'value', differences, left }];
}

const toValue = (part: Comparable): Json => (part.kind === 'text' ? part.text : part.value);

function toOnly(what: string, side: 'a' | 'b', part: Comparable): Difference {
  const text = part.kind === 'text' ? part.text : JSON.stringify(part.value);
  const citations = { inA: side === 'a' ? part.citations : [], inB: side === 'b' ? part.citations : [] };
  return { kind: 'only', what, side, text, ...citations };
}
