import { attributesKeyOf, eventIdOf, type TemporalHistoryEvent } from './history-events.ts';

/** Whether the first `eventCount` events, replayed alone, diverge. Absent when: that replay had no clear end. */
type DivergesAt = (eventCount: number) => Promise<boolean | undefined>;

/**
 * Finds the event that the code does not agree with, where the SDK does not name it: the last event of the shortest beginning of the
 * history that diverges. A beginning that diverges does so however it goes on, so a binary search is enough; only events by which the
 * workflow decided something can be the one.
 *
 * Absent when: a replay had no clear end, or no beginning diverges.
 */
export async function findDivergingEvent(
  events: readonly TemporalHistoryEvent[],
  divergesAt: DivergesAt,
): Promise<number | undefined> {
  const candidates = events.filter(isDecision).map(eventIdOf);
  let [low, high] = [0, candidates.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const diverges = await divergesAt(candidates[middle] ?? 0);
    if (diverges === undefined) return undefined;
    if (diverges) high = middle;
    else low = middle + 1;
  }
  return candidates[high];
}

/** Events that a workflow task's commands turned into name the task's COMPLETED event. */
function isDecision(event: TemporalHistoryEvent): boolean {
  const attributes: unknown = Object.entries(event).find(([key]) => key === attributesKeyOf(event))?.[1];
  return (
    typeof attributes === 'object' && attributes !== null && 'workflowTaskCompletedEventId' in attributes
  );
}
