import type { Citation } from '../model/citation.ts';

type CitedEvent = { readonly eventId: number; readonly attributesKey: string };

/** Names an event as proof; `path` leads into its decoded attributes. Without a path the whole event is meant. */
export function cite(runId: string, event: CitedEvent, path?: readonly (string | number)[]): Citation {
  if (!path) return { runId, eventId: event.eventId };
  return { runId, eventId: event.eventId, pointer: toJsonPointer([event.attributesKey, ...path]) };
}

/** RFC 6901. */
export function toJsonPointer(segments: readonly (string | number)[]): string {
  return segments
    .map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
