import type { Json } from '../model/history-event.ts';
import { toExcerpt } from './excerpt.ts';

/** A value as it is while it is small, else the beginning of its JSON; the event has the rest. */
export function toBoundedValue(value: Json, eventId: number, longest = 1000): Json {
  const text = toValueText(value);
  return text.length > longest ? toExcerpt(text, eventId, longest) : value;
}

/** A text as it is, anything else as JSON. */
export function toValueText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
