import { cite } from '../base/cite.ts';
import { member } from '../base/json-members.ts';
import type { Fact } from '../model/decision.ts';
import type { DecodedEvent, Json } from '../model/history-event.ts';
import { toBoundedValue } from './bounded-value.ts';

/** A member of an event's attributes, with the name that a reader knows it by. */
export type NamedMember = readonly [name: string, path: readonly string[]];

/** A fact for each of the members that the event has; what is empty, off or 0 says nothing. */
export function toMemberFacts(
  runId: string,
  event: DecodedEvent | undefined,
  members: readonly NamedMember[],
): readonly Fact[] {
  if (!event) return [];
  return members.flatMap(([name, path]): readonly Fact[] => {
    const value = path.reduce<Json | undefined>((found, key) => member(found, key), event.attributes);
    if (!value || value === '0') return [];
    return [{ name, value: toBoundedValue(value, event.eventId), citation: cite(runId, event, path) }];
  });
}
