import { matchToolCalls } from '../adapters/match-tool-calls.ts';
import { isJsonList, member } from '../base/json-members.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { TickSpan } from '../model/adapter.ts';
import type { Citation } from '../model/citation.ts';
import type { Decision, Fact } from '../model/decision.ts';
import type { DecodedEvent, Json } from '../model/history-event.ts';
import type { Provenance } from '../model/provenance.ts';
import { listHolders } from '../provenance/list-holders.ts';
import { type CallLink, traceValue as trace } from '../provenance/trace.ts';
import { findChainKey } from './find-chain-key.ts';
import { findStoredTick, type TickName } from './get-tick.ts';
import type { Index } from './open-index.ts';
import { readDecodedEvents } from './read-decoded-events.ts';
import { readSpan, type StoredTick, tellTick } from './tell-tick.ts';

/** A value of a tick: by its place, or by the name of a fact of the tick's tree. */
export type ValueName = TickName &
  ({ readonly eventId: number; readonly pointer: string } | { readonly fact: string });

/** A value, where it stands, and the way that it came. */
export type TracedValue = {
  readonly question: string;
  readonly value: Json;
  readonly citation: Citation;
  readonly provenance: Provenance;
};

/**
 * Where does this value come from? The hops that it came through, each with how sure it is.
 *
 * Throws: TickscopeError `run-not-indexed`, `ambiguous-run`, `tick-not-found`, `event-not-found` for an event outside of the tick,
 * `value-not-found` for a place without a value or a fact that the tick has not.
 */
export function traceValue(index: Index, name: ValueName): TracedValue {
  const stored = findStoredTick(index, findChainKey(index, name), name.tick);
  const read = readSpan(index, stored);
  const citation =
    'fact' in name ? findFact(tellTick(index, stored, read).tree, name.fact) : toCitation(stored, name);
  const path = toPath(citation);
  const value = findValue(stored, read.span, citation, path);
  const provenance = trace({
    ...{ runId: stored.run.runId, holders: listHolders(read.span, readStart(index, stored)) },
    ...{ links: toLinks(read.span), at: { eventId: citation.eventId, path, value } },
  });
  const question = `Where does ${JSON.stringify(value).slice(0, 60)} in event ${citation.eventId} come from?`;
  return { question, value, citation, provenance };
}

const toCitation = (
  { run }: StoredTick,
  { eventId, pointer }: { eventId: number; pointer: string },
): Citation => ({
  ...{ runId: run.runId, eventId, pointer },
});

/** Way into the decoded attributes; the pointer's first segment names them, as `findValue` checks. Source: RFC 6901. */
function toPath({ pointer = '' }: Citation): readonly (string | number)[] {
  const segments = toSegments(pointer).slice(1);
  return segments.map((segment) => (/^(?:0|[1-9]\d*)$/.test(segment) ? Number(segment) : segment));
}

function toSegments(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function findFact(tree: readonly Decision[], name: string): Citation {
  const facts = listFacts(tree);
  const found = facts.find((fact) => fact.name === name);
  if (found) return found.citation;
  const names = [...new Set(facts.map((fact) => fact.name))].join(', ');
  throw new TickscopeError('value-not-found', `The tick has no fact “${name}”. It has: ${names || 'none'}.`);
}

const listFacts = (tree: readonly Decision[]): readonly Fact[] =>
  tree.flatMap(({ facts, children }) => [...facts, ...listFacts(children)]);

function findValue(
  { tick }: StoredTick,
  span: TickSpan,
  { eventId, pointer }: Citation,
  path: readonly (string | number)[],
): Json {
  const event = span.events.find((candidate) => candidate.eventId === eventId);
  if (!event) {
    const range = `events ${tick.firstEventId} to ${tick.lastEventId}`;
    throw new TickscopeError(
      'event-not-found',
      `Event ${eventId} is not in tick ${tick.tick}, which has ${range}.`,
    );
  }
  const isOfEvent = toSegments(pointer ?? '')[0] === event.attributesKey && !/~(?![01])/.test(pointer ?? '');
  let found: Json | undefined = isOfEvent ? event.attributes : undefined;
  for (const key of path) {
    // An index has one way to be written: `00` is none.
    if (isJsonList(found)) found = typeof key === 'number' ? found[key] : undefined;
    else found = member(found, String(key));
  }
  if (found !== undefined) return found;
  throw new TickscopeError(
    'value-not-found',
    `Event ${eventId} has no value at the pointer “${pointer ?? ''}”; they begin with /${event.attributesKey}. See: tickscope events --event ${eventId}`,
  );
}

/** The run's first event, which holds its configuration. Absent when: nothing is stored. */
function readStart(index: Index, { runPk }: StoredTick): DecodedEvent | undefined {
  return readDecodedEvents(index, runPk, 1, 1)[0];
}

/** What joins the two ends of a tool call, so that no other equal value is taken for it. */
function toLinks({ modelCalls, activities, toolRuns }: TickSpan): readonly CallLink[] {
  const withCallId = new Set(toolRuns.filter((run) => run.callId !== undefined).map((run) => run.activity));
  return matchToolCalls(modelCalls, activities, toolRuns)
    .flat()
    .flatMap(({ toolCall, activity, told }): CallLink[] => {
      if (!activity) return [];
      const asked = { eventId: toolCall.place.event.eventId, path: toolCall.place.path };
      const ran = { eventId: activity.scheduled.eventId, path: ['input'] };
      const hasCallId = withCallId.has(activity);
      const given: CallLink = { from: ran, to: asked, hasCallId };
      if (!told || !activity.closed) return [given];
      const back = { eventId: activity.closed.eventId, path: ['result'] };
      return [
        given,
        { from: { eventId: told.place.event.eventId, path: told.place.path }, to: back, hasCallId: true },
      ];
    });
}
