import type { MatchedToolCall } from '../adapters/match-tool-calls.ts';
import { findAll } from '../adapters/pointer.ts';
import { cite } from '../base/cite.ts';
import { toProviderRun } from '../base/list-provider-tools.ts';
import type { Activity } from '../model/activity.ts';
import type { Json } from '../model/history-event.ts';
import type { Place } from '../model/model-call.ts';
import type { ToolOutcome } from '../store/write-later-answers.ts';

/** What a row says of how a tool ran and what it gave back. */
export function toToolOutcome(tool: MatchedToolCall): ToolOutcome {
  const { activity } = tool;
  const result = findResult(tool);
  const at = result && toPointer(result);
  return {
    ran_as: toRanAs(tool),
    status: toStatus(tool),
    activity_event_id: activity?.scheduled.eventId ?? null,
    result_event_id: at?.eventId ?? null,
    result_pointer: at?.pointer ?? null,
    attempt: activity?.attempt ?? null,
    duration_ms: activity?.durationMs ?? null,
  };
}

/** Where the result of a tool stands: of its activity, else what the model was told. Absent when: it has none (yet). */
export const findResult = ({ activity, told }: MatchedToolCall): Place | undefined =>
  activity ? toResultPlace(activity) : told?.place;

/** A place as a row names it. */
export function toPointer({ event, path }: Place): { readonly eventId: number; readonly pointer: string } {
  const { eventId, pointer = '' } = cite('', event, path);
  return { eventId, pointer };
}

/** What stands there. */
export const readPlace = ({ event, path }: Place): readonly Json[] =>
  findAll(event.attributes, path.map(String)).map(({ value }) => value);

function toRanAs({ toolCall, activity, told, nested }: MatchedToolCall): string {
  if (toolCall.byProvider) return 'provider';
  return activity?.kind ?? (nested ? 'agent' : told ? 'workflow' : 'unknown');
}

function toStatus({ toolCall, activity, told, nested }: MatchedToolCall): string {
  if (toolCall.byProvider) return toProviderRun(toolCall, told);
  if (activity) return activity.outcome;
  if (!told) return 'unknown';
  if (told.isError) return 'failed';
  // A refusal is told like a result: no event says whether the tool ran, unless it was an agent whose calls are recorded.
  return nested ? 'completed' : 'answered';
}

/** Absent when: it has none (yet), or ended without one. */
function toResultPlace({ kind, outcome, closed }: Activity): Place | undefined {
  if (!closed || outcome !== 'completed') return undefined;
  if (kind === 'local-activity') return { event: closed, path: ['details', 'result', 0] };
  return { event: closed, path: kind === 'nexus-operation' ? ['result'] : ['result', 0] };
}
