import { type MatchedToolCall, matchToolCalls } from '../adapters/match-tool-calls.ts';
import type { DerivedTick } from '../decision-tree/derive-ticks.ts';
import type { Json } from '../model/history-event.ts';
import type { ModelCall } from '../model/model-call.ts';
import type { DerivedRows } from '../store/write-derived.ts';
import type { LaterAnswer } from '../store/write-later-answers.ts';
import { toArgumentsSha256 } from './to-arguments-sha256.ts';
import { toLaterAnswers } from './to-later-answers.ts';
import { toToolFields } from './to-tool-fields.ts';
import { findResult, readPlace, toPointer, toToolOutcome } from './to-tool-outcome.ts';

type CallRows = Pick<DerivedRows, 'modelCalls' | 'toolCalls' | 'toolFields' | 'laterAnswers'>;

/** Rows for the model calls of these ticks, and for the tools that the models asked for. */
export function toCallRows(derived: readonly DerivedTick[]): CallRows {
  const rows: Lists = { modelCalls: [], toolCalls: [], toolFields: [], laterAnswers: [] };
  for (const one of derived) {
    const { tick, span } = one;
    if (span.modelCalls.length === 0) continue;
    rows.laterAnswers.push(...toLaterAnswers(one));
    const tools = matchToolCalls(span.modelCalls, span.activities, span.toolRuns);
    for (const [index, call] of span.modelCalls.entries()) {
      rows.modelCalls.push(toModelCallRow(tick.tick, call));
      const own = tools[index] ?? [];
      for (const [position, tool] of own.entries()) {
        const row = toToolCallRow(tick.tick, call, tool, position);
        rows.toolCalls.push(row);
        rows.toolFields.push(...toToolFields(toFieldKey(row), listValues(tool)));
      }
    }
  }
  return rows;
}

type ModelCallRow = CallRows['modelCalls'][number];
type ToolCallRow = CallRows['toolCalls'][number];
type ToolFieldRow = CallRows['toolFields'][number];
type Lists = {
  modelCalls: ModelCallRow[];
  toolCalls: ToolCallRow[];
  toolFields: ToolFieldRow[];
  laterAnswers: LaterAnswer[];
};

function toModelCallRow(tick: number, call: ModelCall): ModelCallRow {
  const { activity, usage } = call;
  return {
    event_id: activity.scheduled.eventId,
    tick,
    closed_event_id: activity.closed?.eventId ?? null,
    framework: call.framework,
    provider: call.provider ?? null,
    request_model: call.requestModel ?? null,
    response_model: call.responseModel ?? null,
    response_id: call.responseId ?? null,
    agent_name: call.agentName ?? null,
    status: activity.outcome,
    error_type: call.errorType ?? null,
    finish_reasons: call.finishReasons.join(',') || null,
    input_tokens: toCount(usage.inputTokens),
    output_tokens: toCount(usage.outputTokens),
    cache_read_tokens: toCount(usage.cacheReadTokens),
    cache_write_tokens: toCount(usage.cacheWriteTokens),
    reasoning_tokens: toCount(usage.reasoningTokens),
    latency_ms: call.latencyMs ?? null,
    attempt: activity.attempt ?? null,
    started_at_micros: activity.scheduled.timeMicros,
  };
}

/** A history may name any number; a column holds whole ones. */
function toCount(value: number | undefined): number | null {
  return value === undefined || !Number.isSafeInteger(value) || value < 0 ? null : value;
}

function toToolCallRow(tick: number, call: ModelCall, tool: MatchedToolCall, position: number): ToolCallRow {
  const { toolCall, activity } = tool;
  const from = toPointer(toolCall.place);
  return {
    model_event_id: call.activity.scheduled.eventId,
    position,
    tick,
    call_id: toolCall.id || null,
    name: toolCall.name,
    arguments_event_id: from.eventId,
    arguments_pointer: from.pointer,
    arguments_sha256: toArgumentsSha256(toolCall.arguments),
    ...toToolOutcome(tool),
    answered_event_id: null,
    started_at_micros: (activity?.scheduled ?? toolCall.place.event).timeMicros,
  };
}

const toFieldKey = ({ name, started_at_micros, model_event_id, position }: ToolCallRow) => ({
  ...{ name, started_at_micros, model_event_id, position },
});

/** The arguments and, where it has come, the result, as they stand in the history. */
function listValues(tool: MatchedToolCall): readonly Json[] {
  const result = findResult(tool);
  return [tool.toolCall.place, ...(result ? [result] : [])].flatMap(readPlace);
}
