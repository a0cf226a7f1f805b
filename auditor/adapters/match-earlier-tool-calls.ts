import type { Activity } from '../model/activity.ts';
import type { ModelCall, ToolRun } from '../model/model-call.ts';
import { listNewResults } from './follow-calls.ts';
import type { MatchedToolCall } from './match-tool-calls.ts';
import { ToolCandidates } from './tool-candidates.ts';

/**
 * Tools that the first call of a tick is told of although no call of the tick asked for them: they were asked for in an earlier one,
 * as when a person had to agree first.
 */
export function matchEarlierToolCalls(
  calls: readonly ModelCall[],
  activities: readonly Activity[],
  toolRuns: readonly ToolRun[] = [],
): readonly MatchedToolCall[] {
  const [first] = calls;
  if (!first) return [];
  const asked = new Map(
    first.inputItems.flatMap((item) =>
      item.kind === 'tool-call' ? [[item.call.id, item.call] as const] : [],
    ),
  );
  const told = new Map(
    listNewResults(first).flatMap((result) => {
      const toolCall = result.callId === '' ? undefined : asked.get(result.callId);
      return toolCall ? [[toolCall, result] as const] : [];
    }),
  );
  if (told.size === 0) return [];
  const window = { from: 0, to: first.activity.scheduled.eventId };
  const found = new ToolCandidates(activities, toolRuns).take([...told.keys()], window);
  return [...told].map(([toolCall, result]) => {
    const activity = found.get(toolCall);
    return { toolCall, told: result, ...(activity ? { activity } : {}) };
  });
}
