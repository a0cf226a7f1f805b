import { isJsonList, member, numberMember, objectMember, textMember } from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { Json } from '../../model/history-event.ts';
import type { FrameworkReader, ModelCall, ModelResponse, ModelUsage } from '../../model/model-call.ts';
import { toModelItems } from './openai-agents-items.ts';
import {
  fromOutputItems,
  inputPlace,
  into,
  NO_RESPONSE,
  resultPlace,
  toCallBase,
  toOffers,
  toUsage,
} from './reader-parts.ts';

const MODEL_ACTIVITIES: ReadonlySet<string> = new Set([
  'invoke_model_activity',
  'invoke_model_activity_streaming',
]);

/** How a stream of the Responses API ends: the event holds the whole response. */
const LAST_EVENTS: ReadonlySet<string> = new Set([
  'response.completed',
  'response.incomplete',
  'response.failed',
]);

/**
 * Model calls made through `temporalio.contrib.openai_agents` (Python).
 *
 * Source: `_invoke_model_activity.py`; activities `invoke_model_activity` and, streaming, `invoke_model_activity_streaming`, whose result is
 * the list of the provider's stream events.
 */
export const openAiAgentsPython: FrameworkReader = { name: 'openai-agents', readCall };

function readCall(activity: Activity): ModelCall | undefined {
  if (!MODEL_ACTIVITIES.has(activity.activityType)) return undefined;
  const request = activity.input[0];
  // TypeScript and Go name theirs otherwise; another activity of this name has no such argument.
  if (member(request, 'model_settings') === undefined && activity.kind !== 'local-activity') return undefined;
  const requestModel = textMember(request, 'model_name');
  return {
    ...toCallBase('openai-agents', activity),
    ...(requestModel ? { requestModel } : {}),
    ...toRequest(activity, request),
    ...toResponse(activity),
  };
}

type Request = Pick<
  ModelCall,
  'systemInstructions' | 'inputItems' | 'inputPlace' | 'toolsOffered' | 'toolsPlace' | 'parameters'
>;

function toRequest(activity: Activity, request: Json | undefined): Request {
  const place = inputPlace(activity);
  const text = textMember(request, 'system_instructions');
  const settings = Object.entries(objectMember(request, 'model_settings') ?? {});
  // Python writes every setting, most of them null.
  const given = settings.filter(([, value]) => value !== null);
  const tools = toOffers(member(request, 'tools'), into(place, 'tools'), { kind: 'tool' });
  const handoffs = toOffers(member(request, 'handoffs'), into(place, 'handoffs'), {
    kind: 'handoff',
    nameKey: 'tool_name',
  });
  const offered = tools.length > 0 ? 'tools' : 'handoffs';
  return {
    ...(text === undefined
      ? {}
      : { systemInstructions: { text, place: into(place, 'system_instructions') } }),
    inputItems: toModelItems(member(request, 'input'), into(place, 'input')),
    inputPlace: into(place, 'input'),
    toolsOffered: [...tools, ...handoffs],
    ...(tools.length + handoffs.length > 0 ? { toolsPlace: into(place, offered) } : {}),
    ...(given.length > 0
      ? { parameters: { value: Object.fromEntries(given), place: into(place, 'model_settings') } }
      : {}),
  };
}

function toResponse(activity: Activity): ModelResponse & Pick<ModelCall, 'provider'> {
  const place = resultPlace(activity);
  if (!place) return NO_RESPONSE;
  const { response, path } = findResponse(activity.result?.[0]);
  const at = into(place, ...path);
  const responseModel = textMember(response, 'model');
  const responseId = textMember(response, 'response_id') || textMember(response, 'id');
  const reason =
    textMember(member(response, 'incomplete_details'), 'reason') ?? textMember(response, 'status');
  const usage = toModelUsage(member(response, 'usage'));
  return {
    ...fromOutputItems(toModelItems(member(response, 'output'), into(at, 'output'))),
    finishReasons: reason ? [reason] : [],
    usage,
    ...(Object.keys(usage).length > 0 ? { usagePlace: into(at, 'usage') } : {}),
    ...(textMember(response, 'object') === 'response' ? { provider: 'openai' } : {}),
    ...(responseModel ? { responseModel } : {}),
    ...(responseId ? { responseId } : {}),
  };
}

function findResponse(result: Json | undefined): { response: Json | undefined; path: (string | number)[] } {
  if (!isJsonList(result)) return { response: result, path: [] };
  const at = result.findLastIndex((event) => LAST_EVENTS.has(textMember(event, 'type') ?? ''));
  return { response: member(result[at], 'response'), path: [at, 'response'] };
}

/** The SDK writes 0 where the provider said nothing, and no call has 0 input tokens: then nothing is known. */
function toModelUsage(usage: Json | undefined): ModelUsage {
  const inputTokens = numberMember(usage, 'input_tokens');
  if (!inputTokens) return {};
  const outputTokens = numberMember(usage, 'output_tokens');
  const details = member(usage, 'input_tokens_details');
  const cacheReadTokens = numberMember(details, 'cached_tokens');
  const cacheWriteTokens = numberMember(details, 'cache_write_tokens') || undefined;
  const reasoningTokens = numberMember(member(usage, 'output_tokens_details'), 'reasoning_tokens');
  return toUsage({ inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, reasoningTokens });
}
