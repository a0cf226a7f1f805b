import { isJsonList, member } from '../base/json-members.ts';
import type { DecodedEvent, Json } from '../model/history-event.ts';
import { toValueText } from './bounded-value.ts';
import { toExcerpt } from './excerpt.ts';

/** Values that an event carries, and where they stand in its attributes. */
type EventPayload = {
  readonly name: 'input' | 'result';
  readonly values: readonly Json[];
  readonly path: readonly string[];
};

const PLACES: readonly (readonly ['input' | 'result', readonly string[]])[] = [
  ['input', ['input']],
  ['input', ['acceptedRequest', 'input', 'args']],
  ['input', ['request', 'input', 'args']],
  ['result', ['result']],
  ['result', ['outcome', 'success']],
  ['result', ['details', 'result']],
];

/** Input of a start, a signal, an update, an activity, …, or the result of one. Absent when: the event carries neither. */
export function findEventPayload({ attributes }: DecodedEvent): EventPayload | undefined {
  for (const [name, path] of PLACES) {
    const found = path.reduce<Json | undefined>((value, key) => member(value, key), attributes);
    if (found === undefined) continue;
    const values = isJsonList(found) ? found : [found];
    if (values.length > 0) return { name, values, path };
  }
  return undefined;
}

/** The beginning of what an event carries, as foreign text. */
export function toPayloadExcerpt({ values }: EventPayload, eventId: number, longest?: number): string {
  return toExcerpt(values.map(toValueText).join(', '), eventId, longest);
}
