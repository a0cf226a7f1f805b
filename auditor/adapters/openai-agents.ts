import {
  isJsonList,
  listMember,
  member,
  numberMember,
  objectMember,
  textMember,
} from '../base/json-members.ts';
import type { Activity } from '../model/activity.ts';
import type { DecodedEvent, Json } from '../model/history-event.ts';
import type { ModelCall, ModelItem, ModelResponse, ModelUsage, Place } from '../model/model-call.ts';
import { toModelItems } from './openai-agents-items.ts';

const MODEL_ACTIVITIES: ReadonlySet<string> = new Set(['invokeModelActivity', 'invokeModelStreamActivity']);

/**
 * Reads a model call made through `@temporalio/openai-agents` (TypeScript).
 *
 * Absent when: the activity is something else.
 * Source: agents-core 0.11; activities `invokeModelActivity` and, streaming, `invokeModelStreamActivity`.
 */
export function readOpenAiAgentsCall(activity: Activity): ModelCall | undefined {
  const input = activity.input[0];
  const request = objectMember(input, 'request');
  if (!MODEL_ACTIVITIES.has(activity.activityType) || !request) return undefined;
  const requestModel = textMember(input, 'modelName');
  const instructions = textMember(request, 'systemInstructions');
  const requestPlace: Place = { event: activity.scheduled, path: ['input', 0, 'request'] };
  return {
    activity,
    ...(requestModel ? { requestModel } : {}),
    ...(instructions === undefined
      ? {}
      : { systemInstructions: { text: instructions, place: into(requestPlace, 'systemInstructions') } }),
    inputItems: toModelItems(member(request, 'input'), into(requestPlace, 'input')),
    toolsOffered: listMember(request, 'tools').map((tool) => textMember(tool, 'name') ?? 'unnamed'),
    ...toResponse(activity),
    ...toLatency(activity),
  };
}

/**
 * The answer of a model call, from its ACTIVITY_TASK_COMPLETED alone: the call itself may lie in an earlier tick.
 *
 * Absent when: the activity is something else.
 */
export function readOpenAiAgentsResponse(
  activityType: string,
  closed: DecodedEvent,
): ModelResponse | undefined {
  return MODEL_ACTIVITIES.has(activityType) ? toModelResponse(closed) : undefined;
}

const NO_RESPONSE: ModelResponse = { outputItems: [], toolCalls: [], finishReasons: [], usage: {} };

function toResponse({ closed, outcome }: Activity): ModelResponse {
  return closed && outcome === 'completed' ? toModelResponse(closed) : NO_RESPONSE;
}

function toModelResponse(closed: DecodedEvent): ModelResponse {
  const { response, path } = findResponse(listMember(closed.attributes, 'result')[0]);
  const place: Place = { event: closed, path };
  const outputItems = toModelItems(member(response, 'output'), into(place, 'output'));
  const raw = objectMember(response, 'providerData');
  const responseModel = textMember(raw, 'model');
  const responseId = textMember(response, 'responseId') ?? textMember(response, 'id');
  const outputText = findOutputText(outputItems);
  return {
    outputItems,
    toolCalls: outputItems.flatMap((item) => (item.kind === 'tool-call' ? [item.call] : [])),
    finishReasons: toFinishReasons(raw),
    usage: toUsage(member(response, 'usage')),
    ...(responseModel ? { responseModel } : {}),
    ...(responseId ? { responseId } : {}),
    ...(outputText ? { outputText } : {}),
  };
}

/** A streaming call answers with its stream of events; the last one holds the whole response. */
function findResponse(result: Json | undefined): { response: Json | undefined; path: (string | number)[] } {
  if (!isJsonList(result)) return { response: result, path: ['result', 0] };
  const at = result.findLastIndex((event) => textMember(event, 'type') === 'response_done');
  return { response: member(result[at], 'response'), path: ['result', 0, at, 'response'] };
}

function findOutputText(items: readonly ModelItem[]): ModelCall['outputText'] {
  const message = items.findLast((item) => item.kind === 'message');
  return message?.kind === 'message' ? { text: message.text, place: message.place } : undefined;
}

function toFinishReasons(raw: Json | undefined): readonly string[] {
  const incomplete = textMember(member(raw, 'incomplete_details'), 'reason');
  const status = textMember(raw, 'status');
  return incomplete ? [incomplete] : status ? [status] : [];
}

/** The SDK writes 0 where the provider said nothing, and no call has 0 input tokens: then nothing is known. */
function toUsage(usage: Json | undefined): ModelUsage {
  const inputTokens = numberMember(usage, 'inputTokens');
  const outputTokens = numberMember(usage, 'outputTokens');
  if (!inputTokens) return {};
  const cachedTokens = sumDetail(member(usage, 'inputTokensDetails'), 'cached_tokens');
  const reasoningTokens = sumDetail(member(usage, 'outputTokensDetails'), 'reasoning_tokens');
  return {
    inputTokens,
    ...(outputTokens === undefined ? {} : { outputTokens }),
    ...(cachedTokens === undefined ? {} : { cachedTokens }),
    ...(reasoningTokens === undefined ? {} : { reasoningTokens }),
  };
}

/** Details are a list with one entry per request, and in some places a plain object. Absent when: no entry names it. */
function sumDetail(details: Json | undefined, key: string): number | undefined {
  const entries = isJsonList(details) ? details : details === undefined ? [] : [details];
  const counts = entries.flatMap((entry) => numberMember(entry, key) ?? []);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}

function toLatency({ started, closed }: Activity): { latencyMs?: number } {
  if (!started || !closed) return {};
  return { latencyMs: Math.max(0, (closed.timeMicros - started.timeMicros) / 1000) };
}

function into(place: Place, key: string): Place {
  return { event: place.event, path: [...place.path, key] };
}
