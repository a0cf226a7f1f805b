import { isSameJson } from '../base/same-json.ts';
import type { Activity } from '../model/activity.ts';
import type { ModelCall, ModelItem, ToolCall } from '../model/model-call.ts';

/** A tool that a model asked for, and what the history has of its run. */
export type MatchedToolCall = {
  readonly toolCall: ToolCall;
  /** Absent when: the tool ran inside the workflow, was refused, or has not started: none of these leaves an activity. */
  readonly activity?: Activity;
  /** What the model was told, from the input of the next call with the same call id. Absent when: no such call yet. */
  readonly told?: Extract<ModelItem, { kind: 'tool-result' }>;
};

/**
 * Finds the activities behind a model's tool calls. Their events carry no call id, so name, arguments and order decide; an activity is
 * used once, and only if it was scheduled after the call ended and before the next call began.
 *
 * Shape: one list per call, in the calls' order.
 */
export function matchToolCalls(
  calls: readonly ModelCall[],
  activities: readonly Activity[],
): readonly (readonly MatchedToolCall[])[] {
  const used = new Set<Activity>();
  return calls.map((call, index) => {
    const next = calls[index + 1];
    const between = activities.filter((activity) => isBetween(activity, call, next));
    return call.toolCalls.map((toolCall) => {
      const activity = between.find((candidate) => !used.has(candidate) && isRunOf(candidate, toolCall));
      if (activity) used.add(activity);
      const told = next && findTold(next, toolCall.id);
      return { toolCall, ...(activity ? { activity } : {}), ...(told ? { told } : {}) };
    });
  });
}

function isBetween({ scheduled }: Activity, call: ModelCall, next: ModelCall | undefined): boolean {
  const from = call.activity.closed?.eventId ?? Number.POSITIVE_INFINITY;
  const to = next?.activity.scheduled.eventId ?? Number.POSITIVE_INFINITY;
  return scheduled.eventId > from && scheduled.eventId < to;
}

function isRunOf(activity: Activity, { name, arguments: wanted }: ToolCall): boolean {
  const given = activity.input[0];
  return activity.activityType === name && given !== undefined && isSameJson(given, wanted);
}

function findTold(next: ModelCall, callId: string): MatchedToolCall['told'] {
  const found = next.inputItems.find((item) => item.kind === 'tool-result' && item.callId === callId);
  return found?.kind === 'tool-result' && callId !== '' ? found : undefined;
}
