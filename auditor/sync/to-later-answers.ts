import { matchEarlierToolCalls } from '../adapters/match-earlier-tool-calls.ts';
import type { DerivedTick } from '../decision-tree/derive-ticks.ts';
import type { LaterAnswer } from '../store/write-later-answers.ts';
import { toArgumentsSha256 } from './to-arguments-sha256.ts';
import { toFieldSummaries } from './to-tool-fields.ts';
import { findResult, readPlace, toToolOutcome } from './to-tool-outcome.ts';

/** What a tick was told of tools that earlier ones had asked for. */
export function toLaterAnswers({ tick, span }: DerivedTick): readonly LaterAnswer[] {
  return matchEarlierToolCalls(span.modelCalls, span.activities, span.toolRuns).flatMap((tool) => {
    const { toolCall, told } = tool;
    if (!told) return [];
    const result = findResult(tool);
    return [
      {
        ...{ call_id: toolCall.id, name: toolCall.name },
        arguments_sha256: toArgumentsSha256(toolCall.arguments),
        ...{ before_event_id: tick.firstEventId, answered_event_id: told.place.event.eventId },
        outcome: toToolOutcome(tool),
        fields: toFieldSummaries(result ? readPlace(result) : []),
      },
    ];
  });
}
