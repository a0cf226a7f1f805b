import type { Decision } from '../model/decision.ts';

/** In the order of the first event that each node cites. */
export function sortNodes(nodes: readonly Decision[]): readonly Decision[] {
  return [...nodes].sort((a, b) => toFirstEventId(a) - toFirstEventId(b));
}

function toFirstEventId({ citations }: Decision): number {
  return citations.reduce((first, { eventId }) => Math.min(first, eventId), Number.POSITIVE_INFINITY);
}
