import { listProviderTools } from '../base/list-provider-tools.ts';
import type { Activity } from '../model/activity.ts';
import type { ModelCall, ToolCall, ToolRun } from '../model/model-call.ts';
import { followCalls, type ToolResult } from './follow-calls.ts';
import { Nesting } from './nest-calls.ts';
import { ToolCandidates } from './tool-candidates.ts';

/** A tool that a model asked for, and what the history has of its run. */
export type MatchedToolCall = {
  readonly toolCall: ToolCall;
  /** Absent when: the provider ran it, or it ran inside the workflow, was refused, or has not started: none of these leaves an activity. */
  readonly activity?: Activity;
  /** What the model was told, from the input of the next call with the same call id, or from the answer if the provider ran it. Absent when: not known (yet). */
  readonly told?: ToolResult;
  /** Calls of an agent that ran as this tool, in order. Absent when: none is known to be. */
  readonly nested?: readonly ModelCall[];
};

/**
 * Finds what is behind a model's tool calls: an activity or a Nexus operation, an agent whose calls lie within, or nothing but what the
 * model was told. Where its framework hands the call id on, that decides; else name, arguments and order do. An activity is used
 * once, and only if it was scheduled after the call ended and before the model was told of its tools.
 *
 * Shape: one list per call, in the calls' order; the tools that the provider ran itself stand last.
 */
export function matchToolCalls(
  calls: readonly ModelCall[],
  activities: readonly Activity[],
  toolRuns: readonly ToolRun[] = [],
): readonly (readonly MatchedToolCall[])[] {
  const following = followCalls(calls);
  const candidates = new ToolCandidates(activities, toolRuns);
  const nesting = new Nesting(calls, following);
  return calls.map((call, index) => {
    const next = following.get(call);
    const told = next?.call ?? calls.slice(index + 1).find((later) => isAfter(later, call));
    const found = candidates.take(call.toolCalls, {
      from: call.activity.closed?.eventId ?? Number.POSITIVE_INFINITY,
      to: told?.activity.scheduled.eventId ?? Number.POSITIVE_INFINITY,
    });
    const asked = call.toolCalls.map((toolCall) => {
      const activity = found.get(toolCall);
      const told = next?.told.get(toolCall);
      const nested = activity ? [] : nesting.take(call, toolCall);
      return {
        toolCall,
        ...(activity ? { activity } : {}),
        ...(told ? { told } : {}),
        ...(nested.length > 0 ? { nested } : {}),
      };
    });
    return [...asked, ...listProviderTools(call.outputItems)];
  });
}

function isAfter(later: ModelCall, call: ModelCall): boolean {
  return later.activity.scheduled.eventId > (call.activity.closed?.eventId ?? Number.POSITIVE_INFINITY);
}
