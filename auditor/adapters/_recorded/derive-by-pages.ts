import type { EventsToTell, ToldTick } from './tell-ticks.ts';
import { tellTicks } from './tell-ticks.ts';

/** As the follower does it: again and again from the first event of the open tick, each time with a page more. */
export function deriveByPages({
  pageLength = 1,
  ...given
}: EventsToTell & { readonly pageLength?: number }): readonly ToldTick[] {
  const { events } = given;
  const closed: ToldTick[] = [];
  let from = 0;
  for (let seen = pageLength; ; seen += pageLength) {
    const carry = closed.at(-1)?.carryAfter ?? given.carry;
    const derived = tellTicks({ ...given, carry, events: events.slice(from, seen) });
    const open = derived.at(-1);
    if (seen >= events.length) return [...closed, ...derived];
    closed.push(...derived.slice(0, -1));
    from = (open?.tick.firstEventId ?? 1) - 1;
  }
}
