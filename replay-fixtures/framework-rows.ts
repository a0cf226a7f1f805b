import { createFrameworks } from '#auditor/adapters/all-frameworks.ts';
import { type MatchedToolCall, matchToolCalls } from '#auditor/adapters/match-tool-calls.ts';
import { toDecodedEvent } from '#auditor/base/decode-event.ts';
import { toSpan } from '#auditor/decision-tree/to-span.ts';
import { readHistoryFile } from '#auditor/history/read-history-file.ts';
import { toRun } from '#auditor/history/to-run.ts';
import type { ModelCall, ModelItem, ToolRun } from '#auditor/model/model-call.ts';
import type { FrameworkRecording } from './list-framework-recordings.ts';

type Row = Readonly<Record<string, string | number | undefined>>;

// Enough to recognise a text, short enough to read a row in a diff.
const SHOWN_CHARACTERS = 90;

/** The model calls of a recording and the tools that they asked for, as rows. The run is read as one stretch, whoever cuts it into ticks. */
export function toFrameworkRows({ file, workflowId, runId }: FrameworkRecording) {
  const events = readHistoryFile(file).events.map(({ event }) => event);
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`${file} has no events`);
  const span = toSpan({
    run: toRun({ namespace: 'default', workflowId, runId }, 'file', first, last),
    cut: { tick: 1, label: 'whole run', events: events.map(toDecodedEvent) },
    carry: undefined,
    frameworks: createFrameworks(),
    isLast: true,
  });
  const matched = matchToolCalls(span.modelCalls, span.activities, span.toolRuns);
  const servers = new Map(span.toolRuns.map((run) => [run.activity, run]));
  return {
    modelCalls: span.modelCalls.map(toModelRow),
    toolCalls: span.modelCalls.flatMap((call, index) =>
      (matched[index] ?? []).map((tool) => toToolRow(call, tool, servers)),
    ),
    toolRuns: span.toolRuns.map(toRunRow),
  };
}

function toModelRow(call: ModelCall): Row {
  const { activity, usage } = call;
  return {
    event: activity.scheduled.eventId,
    closed: activity.closed?.eventId,
    kind: activity.kind,
    framework: call.framework,
    provider: call.provider,
    agent: call.agentName,
    request_model: call.requestModel,
    response_model: call.responseModel,
    status: activity.outcome,
    error_type: call.errorType,
    finish_reasons: call.finishReasons.join(' '),
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    cache_read: usage.cacheReadTokens,
    cache_write: usage.cacheWriteTokens,
    reasoning: usage.reasoningTokens,
    instructions: toShort(call.systemInstructions?.text),
    input: toItemsText(call.inputItems),
    output: toItemsText(call.outputItems),
    offered: call.toolsOffered.map(({ name, kind }) => (kind === 'tool' ? name : `→${name}`)).join(' '),
    parameters: call.parameters && JSON.stringify(call.parameters.value),
    answer: toShort(call.outputText?.text),
  };
}

function toToolRow(
  call: ModelCall,
  { toolCall, activity, told, nested }: MatchedToolCall,
  runs: ReadonlyMap<unknown, ToolRun>,
): Row {
  return {
    asked_by: call.activity.scheduled.eventId,
    call_id: toolCall.id,
    name: toolCall.name,
    arguments: toShort(JSON.stringify(toolCall.arguments)),
    ran_as: toolCall.byProvider ? 'provider' : (activity?.kind ?? (nested ? 'agent' : undefined)),
    event: activity?.scheduled.eventId,
    activity_type: activity?.activityType,
    status: activity?.outcome,
    server: activity && runs.get(activity)?.server,
    nested_calls: nested?.map((inner) => inner.activity.scheduled.eventId).join(' '),
    told_in: told?.place.event.eventId,
    told: toShort(told?.text),
  };
}

function toRunRow({ framework, activity, toolName, callId, server, arguments: given }: ToolRun): Row {
  return {
    event: activity.scheduled.eventId,
    activity_type: activity.activityType,
    framework,
    server,
    tool: toolName,
    call_id: callId,
    arguments: given && toShort(JSON.stringify(given.value)),
  };
}

/** `user“hello” call:getPrice result:call-1 reasoning“…”`: kinds in order. */
const toItemsText = (items: readonly ModelItem[]): string => items.map(toItemText).join(' ');

function toItemText(item: ModelItem): string {
  switch (item.kind) {
    case 'message':
      return `${item.role}“${item.text.slice(0, 30)}”`;
    case 'tool-call':
      return `call:${item.call.name}`;
    case 'tool-result':
      return `result:${item.callId || '?'}`;
    case 'reasoning':
      return `reasoning“${item.text.slice(0, 20)}”`;
    case 'other':
      return `other:${item.type}`;
  }
}

function toShort(text: string | undefined): string | undefined {
  return text !== undefined && text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

/** RFC 4180, one row a line: what is unknown is an empty field, an empty text is `""`. */
export function toCsv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => toField(row[column])).join(','));
  return rows.length === 0 ? '' : `${[columns.join(','), ...lines].join('\n')}\n`;
}

function toField(value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = String(value).replaceAll('\n', '⏎');
  return text === '' || /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
