import { isSameJson } from '../base/same-json.ts';
import type { Activity } from '../model/activity.ts';
import type { ModelCall, ModelItem, ToolCall, ToolRun } from '../model/model-call.ts';

/** A tool that a model asked for, and what the history has of its run. */
export type MatchedToolCall = {
  readonly toolCall: ToolCall;
  /** Absent when: the tool ran inside the workflow, was refused, or has not started: none of these leaves an activity. */
  readonly activity?: Activity;
  /** What the model was told, from the input of the next call with the same call id. Absent when: no such call yet. */
  readonly told?: Extract<ModelItem, { kind: 'tool-result' }>;
};

/**
 * Finds the activities behind a model's tool calls. Where its framework hands the call id on, that decides; else name, arguments
 * and order do. An activity is used once, and only if it was scheduled after the call ended and before the next call began.
 *
 * Shape: one list per call, in the calls' order.
 */
export function matchToolCalls(
  calls: readonly ModelCall[],
  activities: readonly Activity[],
  toolRuns: readonly ToolRun[] = [],
): readonly (readonly MatchedToolCall[])[] {
  const used = new Set<Activity>();
  const runs = new Map(toolRuns.map((run) => [run.activity, run]));
  return calls.map((call, index) => {
    const next = calls[index + 1];
    const between = activities.filter((activity) => isBetween(activity, call, next));
    return call.toolCalls.map((toolCall) => {
      const free = between.filter((candidate) => !used.has(candidate));
      const activity =
        free.find((candidate) => toolCall.id !== '' && runs.get(candidate)?.callId === toolCall.id) ??
        free.find((candidate) => isRunOf(candidate, runs.get(candidate), toolCall));
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

function isRunOf(
  activity: Activity,
  run: ToolRun | undefined,
  { name, arguments: wanted }: ToolCall,
): boolean {
  if (run?.callId !== undefined) return false;
  const given = run ? run.arguments?.value : activity.input[0];
  const ownName = run?.toolName ?? activity.activityType;
  return ownName === name && given !== undefined && isSameJson(given, wanted);
}

function findTold(next: ModelCall, callId: string): MatchedToolCall['told'] {
  const found = next.inputItems.find((item) => item.kind === 'tool-result' && item.callId === callId);
  return found?.kind === 'tool-result' && callId !== '' ? found : undefined;
}
