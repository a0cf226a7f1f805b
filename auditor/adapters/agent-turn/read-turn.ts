import { toSubject } from '../../base/event-subject.ts';
import type { Activity } from '../../model/activity.ts';
import type { Carry, TickSpan } from '../../model/adapter.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import type { Run } from '../../model/run.ts';
import { toRole } from '../generic-roles.ts';
import { createNameOf, type NameOf, toName } from '../generic-words.ts';
import { matchEarlierToolCalls } from '../match-earlier-tool-calls.ts';
import { type MatchedToolCall, matchToolCalls } from '../match-tool-calls.ts';
import { isStreamNoise } from '../stream-noise.ts';
import { listWaiting, type WaitingStimulus } from '../waiting-stimuli.ts';
import { isAcceptedUpdate, isTurnStimulus } from './turn-stimuli.ts';

/** One turn of an agent, its events sorted by what they are to it. */
export type Turn = {
  readonly run: Run;
  readonly span: TickSpan;
  readonly nameOf: NameOf;
  /** What came while the turn before was at work, and had to wait for this one. */
  readonly waiting: readonly WaitingStimulus[];
  /** What came from outside before the first call of a model. */
  readonly woke: readonly DecodedEvent[];
  /** What came from outside later, while the agent was at work. */
  readonly meanwhile: readonly DecodedEvent[];
  /** What each call's model asked of tools, in the order of the calls. */
  readonly tools: readonly (readonly MatchedToolCall[])[];
  /** Tools of an earlier turn, whose results the first call of this one was shown. */
  readonly earlierTools: readonly MatchedToolCall[];
  /** Activities that are neither calls of a model nor tools. */
  readonly otherActivities: readonly Activity[];
  /** Commands of the workflow beside activities. */
  readonly decided: readonly DecodedEvent[];
  /** What became of other activities and of these commands, and of those of earlier turns. */
  readonly outcomes: readonly DecodedEvent[];
  /** What ended the run from outside. */
  readonly ended: readonly DecodedEvent[];
  /** Events that only carry a model's tokens to whoever watches. */
  readonly noise: readonly DecodedEvent[];
};

type Part = 'woke' | 'meanwhile' | 'decided' | 'outcomes' | 'ended' | 'noise' | 'shown elsewhere';

/** Sorts the events of a turn. */
export function readTurn(span: TickSpan, run: Run, carry: Carry | undefined): Turn {
  const nameOf = createNameOf(span.events, carry);
  const tools = matchToolCalls(span.modelCalls, span.activities, span.toolRuns);
  const earlierTools = matchEarlierToolCalls(span.modelCalls, span.activities, span.toolRuns);
  const ofModels = new Set([
    ...span.modelCalls.map(({ activity }) => activity),
    ...span.toolRuns.map(({ activity }) => activity),
    ...[...tools.flat(), ...earlierTools].flatMap(({ activity }) => activity ?? []),
  ]);
  const toPart = createSorter(span, nameOf, ofModels);
  const parts = Map.groupBy(span.events, toPart);
  const list = (part: Part): readonly DecodedEvent[] => parts.get(part) ?? [];
  return {
    ...{ run, span, nameOf, tools, earlierTools },
    waiting: listWaiting(carry),
    woke: list('woke'),
    meanwhile: list('meanwhile'),
    otherActivities: span.activities.filter((activity) => !ofModels.has(activity)),
    decided: list('decided'),
    outcomes: list('outcomes'),
    ended: list('ended'),
    noise: list('noise'),
  };
}

function createSorter(
  { events, modelCalls, activities }: TickSpan,
  nameOf: NameOf,
  ofModels: ReadonlySet<Activity>,
): (event: DecodedEvent) => Part {
  const own = new Set(events.map(({ eventId }) => eventId));
  const shown = new Set([...ofModels].map(({ scheduled }) => scheduled.eventId));
  const others = new Set(activities.map(({ scheduled }) => scheduled.eventId));
  const firstCall = modelCalls[0]?.activity.scheduled.eventId ?? Number.POSITIVE_INFINITY;
  return (event) => {
    const { kind, headEventId, status } = toSubject(event);
    if (kind === 'workflow-task' || shown.has(headEventId)) return 'shown elsewhere';
    if ((kind === 'signal' || kind === 'update') && isStreamNoise(toName(event, nameOf))) return 'noise';
    if (isAcceptedUpdate(event) || isTurnStimulus(event, () => own.has(headEventId))) {
      return event.eventId < firstCall ? 'woke' : 'meanwhile';
    }
    if (headEventId !== event.eventId && own.has(headEventId)) {
      return status === 'pending' || toRole(event) === 'decision' ? toDecision(kind) : 'outcomes';
    }
    if (others.has(event.eventId)) return 'shown elsewhere';
    return toPartOfRole(event);
  };
}

function toDecision(kind: ReturnType<typeof toSubject>['kind']): Part {
  return kind === 'update' || kind === 'timer' ? 'decided' : 'shown elsewhere';
}

function toPartOfRole(event: DecodedEvent): Part {
  const role = toRole(event);
  switch (role) {
    case 'decision':
      return 'decided';
    case 'stimulus':
      return 'outcomes';
    case 'closed-from-outside':
      return 'ended';
    case 'bookkeeping':
      return 'shown elsewhere';
    default:
      return role satisfies never;
  }
}
