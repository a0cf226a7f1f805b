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
  const unique = new Map(
    citations.map((citation) => [`${citation.runId} ${citation.eventId} ${citation.pointer}`, citation]),
  );
  return [...unique].map(([key, citation]) => (
    <ChipLink
      key={key}
      href={toEventPath({ workflowId, runId: citation.runId }, citation.eventId, citation.pointer)}
      label={String(citation.eventId)}
      hint={toHint(citation, eventTypes)}
    />
  ));
}

function toHint(citation: Citation, eventTypes: EventTypes): string {
  const type = eventTypes[`${citation.runId} ${citation.eventId}`] ?? 'event';
  const place = citation.pointer?.split('/').slice(2).join('/') ?? '';
  return place === '' ? type : `${type} · ${place.slice(-60)}`;
}
