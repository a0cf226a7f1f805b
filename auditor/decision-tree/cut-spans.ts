import type { Cutter } from '../model/adapter.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import { createActivityTracker } from './activity-tracker.ts';

/** A stretch of events that belongs to one tick. */
export type CutSpan = {
  readonly tick: number;
  readonly label: string;
  readonly events: readonly DecodedEvent[];
};

/**
 * Cuts events into ticks where the adapter says that one opens.
 *
 * The first event always opens a tick: the adapter's, or the one after the last that was given out. Later numbers must rise, so that
 * a stray mention of an earlier tick cuts nothing. Events are cut by id; their times may run backwards.
 */
export function cutSpans(
  events: readonly DecodedEvent[],
  createCutter: () => Cutter,
  carriedTick: number | undefined,
): readonly CutSpan[] {
  const spans: { tick: number; label: string; events: DecodedEvent[] }[] = [];
  const carried = carriedTick === undefined ? {} : { carriedTick };
  let cutter = createCutter();
  let track = createActivityTracker();
  for (const event of events) {
    const current = spans.at(-1);
    let activity = track(event);
    const opened = cutter.opensTick(event, {
      ...carried,
      ...(current ? { tick: current.tick } : {}),
      ...(activity ? { activity } : {}),
    });
    if (!current) {
      spans.push({ ...(opened ?? toNextTick(carriedTick)), events: [event] });
    } else if (opened && opened.tick > current.tick) {
      spans.push({ ...opened, events: [event] });
      cutter = createCutter();
      // A tick knows its own events alone, so that it is cut the same whether the ones before were read now or long ago.
      track = createActivityTracker();
      activity = track(event);
    } else {
      current.events.push(event);
    }
    cutter.observe(event, activity);
  }
  return spans;
}

function toNextTick(carriedTick: number | undefined): { tick: number; label: string } {
  const tick = (carriedTick ?? 0) + 1;
  return { tick, label: `tick ${tick}` };
}
