import { cite } from '../base/cite.ts';
import type { Json } from '../model/history-event.ts';
import type { Hop, Origin, Provenance, Sureness } from '../model/provenance.ts';
import { type Found, findIn } from './find-value.ts';
import type { Holder } from './list-holders.ts';
import { isTooCommon } from './value-forms.ts';

/** Two places that belong to one tool call: what ran, and what the model asked for; or what the model was told, and what had run. */
export type CallLink = {
  readonly from: { readonly eventId: number; readonly path: readonly (string | number)[] };
  readonly to: { readonly eventId: number; readonly path: readonly (string | number)[] };
  /** Whether the framework's call id joins them; else name and arguments do. */
  readonly hasCallId: boolean;
};

type ValueToTrace = {
  readonly runId: string;
  readonly holders: readonly Holder[];
  readonly links: readonly CallLink[];
  readonly at: {
    readonly eventId: number;
    readonly path: readonly (string | number)[];
    readonly value: Json;
  };
};

/** No honest way is longer: order, approval, check, answer, prompt, result. */
const MOST_HOPS = 12;

/** Where a value stands on its way back. */
type Step = {
  readonly holder: Holder | undefined;
  readonly eventId: number;
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly value: Json;
};

/** The way of a value back through the events of a tick. Never guesses silently: what matches as well is counted with each hop. */
export function traceValue({ runId, holders, links, at }: ValueToTrace): Provenance {
  const hops: Hop[] = [];
  let step: Step = {
    ...at,
    holder: holders.find((holder) => holder.event.eventId === at.eventId),
    key: toKey(at.path),
  };
  if (step.holder) hops.push(toHop(runId, step.holder, { path: at.path, value: at.value, others: 0 }));
  while (hops.length <= MOST_HOPS) {
    const next = findNext(step, holders, links);
    if (next === undefined) break;
    hops.push(toHop(runId, next.holder, next.found, next.how));
    const { leaf, isQuoted } = next.found;
    step = {
      ...{ holder: next.holder, eventId: next.holder.event.eventId, path: leaf.path, key: leaf.key },
      value: isQuoted ? step.value : leaf.value,
    };
  }
  return {
    hops,
    origin: hops.some(({ how }) => how === 'same value') ? toDoubted(toOrigin(step)) : toOrigin(step),
  };
}

/** Two amounts may be equal without being one. */
const toDoubted = ({ kind, text }: Origin): Origin => ({
  kind,
  text: `${text} On the way are equal values under different names, which may be a coincidence.`,
});

type Next = { readonly holder: Holder; readonly found: Found; readonly how: Sureness };

function findNext(step: Step, holders: readonly Holder[], links: readonly CallLink[]): Next | undefined {
  return followLink(step, holders, links) ?? searchBack(step, listCandidates(step, holders));
}

/** A tool call joins two events, whatever else stands between them. */
function followLink(step: Step, holders: readonly Holder[], links: readonly CallLink[]): Next | undefined {
  const link = links.find(({ from }) => from.eventId === step.eventId && isWithin(step.path, from.path));
  const holder = link && holders.find(({ event }) => event.eventId === link.to.eventId);
  const found = holder && findIn(holder, step, link.to.path);
  if (!found) return undefined;
  return { holder, found, how: link.hasCallId ? 'same call id' : found.how };
}

/** What an activity or a model answered can only have come in by its own input; anything else from whatever was before it. */
function listCandidates({ holder, eventId }: Step, holders: readonly Holder[]): readonly Holder[] {
  const earlier = holders.filter((candidate) => candidate.event.eventId < eventId);
  if (!holder?.origin) return earlier.toReversed();
  return earlier.filter(
    (candidate) => holder.activity !== undefined && candidate.activity === holder.activity,
  );
}

const RANK: readonly Sureness[] = ['same value at this path', 'same value', 'quoted in text'];

/** The surest match; of equally sure ones the nearest. */
function searchBack(step: Step, candidates: readonly Holder[]): Next | undefined {
  const matches = candidates.flatMap((holder) => {
    const found = findIn(holder, step, []);
    return found ? [{ holder, found, how: found.how }] : [];
  });
  const allowed = isTooCommon(step.value) ? RANK.slice(0, 1) : RANK;
  for (const how of allowed) {
    const best = matches.find((match) => match.how === how);
    if (best) return { ...best, found: { ...best.found, others: best.found.others + matches.length - 1 } };
  }
  return undefined;
}

function isWithin(path: readonly (string | number)[], prefix: readonly (string | number)[]): boolean {
  return prefix.every((segment, at) => path[at] === segment);
}

/** The place where the question began. */
type ShownAt = { readonly path: readonly (string | number)[]; readonly value: Json; readonly others: number };

function toHop(runId: string, { what, event }: Holder, found: Found | ShownAt, how?: Sureness): Hop {
  const isFound = 'leaf' in found;
  return {
    what,
    citation: cite(runId, event, isFound ? found.leaf.path : found.path),
    value: isFound ? found.shown : found.value,
    others: found.others,
    ...(how === undefined ? {} : { how }),
    ...(isFound && found.conversion !== undefined ? { conversion: found.conversion } : {}),
  };
}

function toOrigin({ holder, value }: Step): Origin {
  if (holder?.origin) return holder.origin;
  if (isTooCommon(value)) {
    const text = `${JSON.stringify(value)} stands in too many places to be traced by its value alone.`;
    return { kind: 'too-common', text };
  }
  return {
    kind: 'unknown',
    text: 'Nothing earlier in this tick, nor at the start of the run, holds the value: the code made it.',
  };
}

const toKey = (path: readonly (string | number)[]): string =>
  path.findLast((segment): segment is string => typeof segment === 'string') ?? '';
