import { idMember, isJsonList, textMember } from '../base/json-members.ts';
import type { Carry, TickConclusion } from '../model/adapter.ts';
import type { Citation } from '../model/citation.ts';

// A flood of signals must not grow what is stored with every tick.
const MOST_KEPT = 20;

/** Something that came in an earlier tick and had to wait for this one. */
export type WaitingStimulus = { readonly text: string; readonly citation: Citation };

/** What earlier ticks left to this one, oldest first. */
export function listWaiting(carry: Carry | undefined): readonly WaitingStimulus[] {
  const kept = carry?.remembered?.waiting;
  if (!kept || !isJsonList(kept.value)) return [];
  return kept.value.flatMap((item) => {
    const [eventId, text] = [idMember(item, 'eventId'), textMember(item, 'text')];
    if (eventId === undefined || text === undefined) return [];
    return [{ text, citation: { runId: kept.citation.runId, eventId } }];
  });
}

/** Leaves stimuli to the next tick; an empty list says that all of them were answered. Everything else that is remembered stays. */
export function rememberWaiting(
  carry: Carry | undefined,
  waiting: readonly WaitingStimulus[],
): Pick<TickConclusion, 'remembered'> {
  const { waiting: before, ...others } = carry?.remembered ?? {};
  const kept = waiting.slice(-MOST_KEPT);
  const [first] = kept;
  if (!first) return before === undefined ? {} : { remembered: others };
  const value = kept.map(({ text, citation: { eventId } }) => ({ eventId, text }));
  return { remembered: { ...others, waiting: { value, citation: first.citation } } };
}
