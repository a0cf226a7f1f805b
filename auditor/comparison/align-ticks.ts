import { diffArrays } from 'diff';
import type { Alignment, TickPair } from '../model/comparison.ts';
import type { TickSummary } from '../model/tick.ts';

/** Ticks that are brought together by content; beyond this, by number. */
const MOST_BY_CONTENT = 5_000;

type AlignedTicks = { readonly alignment: Alignment; readonly pairs: readonly TickPair[] };

/**
 * Brings the ticks of two runs together: by number where both have the same ones or the domain gives them, else so that as many ticks
 * as possible meet one with the same outcome.
 *
 * Order: numbers rise on both sides.
 */
export function alignTicks(a: readonly TickSummary[], b: readonly TickSummary[]): AlignedTicks {
  const isDomain = [...a, ...b].every(({ level }) => level === 'domain');
  const isLong = a.length + b.length > MOST_BY_CONTENT;
  if (isDomain || isLong || hasSameNumbers(a, b)) return { alignment: 'by-number', pairs: byNumber(a, b) };
  return { alignment: 'by-content', pairs: byContent(a, b) };
}

function hasSameNumbers(a: readonly TickSummary[], b: readonly TickSummary[]): boolean {
  return a.length === b.length && a.every(({ tick }, at) => b[at]?.tick === tick);
}

function byNumber(a: readonly TickSummary[], b: readonly TickSummary[]): readonly TickPair[] {
  const [inA, inB] = [new Set(a.map(({ tick }) => tick)), new Set(b.map(({ tick }) => tick))];
  const numbers = [...new Set([...inA, ...inB])].sort((one, other) => one - other);
  return numbers.map((tick) => ({
    ...(inA.has(tick) ? { a: tick } : {}),
    ...(inB.has(tick) ? { b: tick } : {}),
  }));
}

const toFingerprint = ({ outcome, status, modelCalls, toolCalls }: TickSummary): string =>
  JSON.stringify([outcome, status, modelCalls, toolCalls]);

function byContent(a: readonly TickSummary[], b: readonly TickSummary[]): readonly TickPair[] {
  const pairs: TickPair[] = [];
  const [left, right] = [a.map(({ tick }) => tick), b.map(({ tick }) => tick)];
  for (const { count, added, removed } of diffArrays(a.map(toFingerprint), b.map(toFingerprint))) {
    for (let at = 0; at < count; at += 1) {
      const one = added ? undefined : left.shift();
      const other = removed ? undefined : right.shift();
      pairs.push({ ...(one === undefined ? {} : { a: one }), ...(other === undefined ? {} : { b: other }) });
    }
  }
  return joinNeighbours(pairs);
}

/** A tick that only a has, beside one that only b has, are taken for the same tick with another outcome. */
function joinNeighbours(pairs: readonly TickPair[]): readonly TickPair[] {
  const joined: TickPair[] = [];
  let lone: TickPair[] = [];
  const flush = (): void => {
    const [ofA, ofB] = [
      lone.filter((pair) => pair.a !== undefined),
      lone.filter((pair) => pair.b !== undefined),
    ];
    const length = Math.max(ofA.length, ofB.length);
    for (let at = 0; at < length; at += 1) joined.push({ ...ofA[at], ...ofB[at] });
    lone = [];
  };
  for (const pair of pairs) {
    if (pair.a === undefined || pair.b === undefined) {
      lone.push(pair);
    } else {
      flush();
      joined.push(pair);
    }
  }
  flush();
  return joined;
}
