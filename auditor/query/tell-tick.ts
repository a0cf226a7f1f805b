import { toSubject } from '../base/event-subject.ts';
import { toOpenCommand } from '../decision-tree/open-commands.ts';
import { toSpan } from '../decision-tree/to-span.ts';
import type { Carry, OpenCommand, Remembered, TickSpan, TickStory } from '../model/adapter.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { Run } from '../model/run.ts';
import type { ConcludedTick } from '../model/tick.ts';
import { addCosts } from './add-costs.ts';
import type { Index } from './open-index.ts';
import { readDecodedEvents } from './read-decoded-events.ts';

/** A stored tick, and what was known before it. */
export type StoredTick = {
  readonly runPk: number;
  readonly run: Run;
  readonly tick: ConcludedTick;
  readonly workerBefore?: string;
  readonly buildIdBefore?: string;
  readonly remembered?: { readonly [name: string]: Remembered };
};

/** What the events of a tick mean, and what was known before them. */
export type ReadSpan = { readonly span: TickSpan; readonly carry: Carry };

/** Reads the events of a tick. Costs as much as the tick is long. */
export function readSpan(index: Index, stored: StoredTick): ReadSpan {
  const { runPk, run, tick } = stored;
  const { frameworks } = index.understanding;
  const events = readDecodedEvents(index, runPk, tick.firstEventId, tick.lastEventId);
  const carry = toCarry(index, stored, events);
  const cut = { tick: tick.tick, label: tick.label, events };
  return { span: toSpan({ run, cut, carry, frameworks, isLast: tick.status !== 'closed' }), carry };
}

/** Tells a tick that was read, by the adapter that concluded it when its events were stored. */
export function tellTick(index: Index, { run, tick }: StoredTick, { span, carry }: ReadSpan): TickStory {
  const { adapterNamed, prices } = index.understanding;
  const story = adapterNamed(tick.adapter).tell(span, run, carry);
  return { ...story, tree: addCosts(story.tree, span.modelCalls, prices) };
}

function toCarry(index: Index, stored: StoredTick, events: readonly DecodedEvent[]): Carry {
  const { workerBefore, buildIdBefore, remembered } = stored;
  const open = findCommands(index, stored, events);
  return {
    tick: stored.tick.tick - 1,
    ...(workerBefore === undefined ? {} : { workerIdentity: workerBefore }),
    ...(buildIdBefore === undefined ? {} : { buildId: buildIdBefore }),
    ...(remembered === undefined ? {} : { remembered }),
    ...(open.length > 0 ? { open } : {}),
  };
}

/** Commands of earlier ticks whose outcome came in this one, so that it can be named. */
function findCommands(
  index: Index,
  { runPk, tick }: StoredTick,
  events: readonly DecodedEvent[],
): readonly OpenCommand[] {
  const heads = new Set(events.map((event) => toSubject(event).headEventId));
  const earlier = [...heads].filter((id) => id < tick.firstEventId).sort((a, b) => a - b);
  return earlier.flatMap((id) => {
    const [event] = readDecodedEvents(index, runPk, id, id);
    return (event && toOpenCommand(event)) ?? [];
  });
}
