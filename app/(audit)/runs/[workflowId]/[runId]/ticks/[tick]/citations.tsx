import { ChipLink } from '#app/_ui/chip-link.tsx';
import { toEventPath } from '#app/paths.ts';
import type { Citation } from '#auditor/model/citation.ts';

/** Event types by `<runId> <eventId>`. */
export type EventTypes = Readonly<Record<string, string>>;

/** The events that prove a statement: number on the chip, type and place inside on hover and focus. */
export function Citations({
  workflowId,
  citations,
  eventTypes,
}: {
  readonly workflowId: string;
  readonly citations: readonly Citation[];
  readonly eventTypes: EventTypes;
}) {
  const byEvent = Map.groupBy(citations, ({ runId, eventId }) => `${runId} ${eventId}`);
  return [...byEvent].map(([key, [first, ...others]]) =>
    first === undefined ? null : (
      <ChipLink
        key={key}
        href={toEventPath({ workflowId, runId: first.runId }, first.eventId, first.pointer)}
        label={String(first.eventId)}
        hint={[eventTypes[key] ?? 'event', ...[first, ...others].map(toPlace)].filter(Boolean).join(' · ')}
      />
    ),
  );
}

/** The end of a pointer, which says the most. Empty when the whole event is meant. */
function toPlace({ pointer = '' }: Citation): string {
  return pointer.split('/').slice(2).join('/').slice(-40);
}
