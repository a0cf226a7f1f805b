import {
  isJsonList,
  listMember,
  member,
  numberMember,
  objectMember,
  textMember,
} from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { Json, JsonObject } from '../../model/history-event.ts';
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

const MODEL_ACTIVITIES: ReadonlySet<string> = new Set(['invokeModelActivity', 'invokeModelStreamActivity']);

/**
 * Model calls made through `@temporalio/openai-agents` (TypeScript).
 *
 * Source: agents-core 0.11; activities `invokeModelActivity` and, streaming, `invokeModelStreamActivity`.
 */
export const openAiAgents: FrameworkReader = { name: 'openai-agents', readCall };

function readCall(activity: Activity): ModelCall | undefined {
  if (!MODEL_ACTIVITIES.has(activity.activityType)) return undefined;
  const input = activity.input[0];
  const request = objectMember(input, 'request');
  if (!request && activity.kind !== 'local-activity') return undefined;
  const requestModel = textMember(input, 'modelName');
  return {
    ...toCallBase('openai-agents', activity),
    ...(requestModel ? { requestModel } : {}),
    ...toRequest(activity, request),
    ...toResponse(activity),
  };
}

/** The raw response says which API gave it. gen_ai.provider.name means the API's flavour: look-alikes of OpenAI's are `openai` too. */
const PROVIDER_OF: ReadonlyMap<string, string> = new Map([
  ['response', 'openai'],
  ['chat.completion', 'openai'],
  ['chat.completion.chunk', 'openai'],
]);

type Answered = ModelResponse & Pick<ModelCall, 'provider'>;

type Request = Pick<
  ModelCall,
  'systemInstructions' | 'inputItems' | 'inputPlace' | 'toolsOffered' | 'toolsPlace' | 'parameters'
>;

function toRequest(activity: Activity, request: JsonObject | undefined): Request {
  if (!request) return { inputItems: [], toolsOffered: [] };
  const place = inputPlace(activity, 'request');
  const instructions = textMember(request, 'systemInstructions');
  const settings = objectMember(request, 'modelSettings');
  const toolsOffered = [
    ...toOffers(member(request, 'tools'), into(place, 'tools'), { kind: 'tool' }),
    ...toOffers(member(request, 'handoffs'), into(place, 'handoffs'), {
      kind: 'handoff',
      nameKey: 'toolName',
    }),
  ];
  return {
    ...(instructions === undefined
      ? {}
      : { systemInstructions: { text: instructions, place: into(place, 'systemInstructions') } }),
    inputItems: toModelItems(member(request, 'input'), into(place, 'input')),
    inputPlace: into(place, 'input'),
    toolsOffered,
    ...(toolsOffered[0]
      ? { toolsPlace: into(place, toolsOffered[0].kind === 'tool' ? 'tools' : 'handoffs') }
      : {}),
    ...(settings && Object.keys(settings).length > 0
      ? { parameters: { value: settings, place: into(place, 'modelSettings') } }
      : {}),
  };
}

function toResponse(activity: Activity): Answered {
  const place = resultPlace(activity);
  if (!place) return NO_RESPONSE;
  const { response, path } = findResponse(activity.result?.[0]);
  const at = into(place, ...path);
  const raw = objectMember(response, 'providerData');
  const responseModel = textMember(raw, 'model');
  const responseId = textMember(response, 'responseId') || textMember(response, 'id');
  const provider = PROVIDER_OF.get(textMember(raw, 'object') ?? '');
  const usage = toModelUsage(member(response, 'usage'));
  return {
    ...fromOutputItems(toModelItems(member(response, 'output'), into(at, 'output'))),
    finishReasons: toFinishReasons(raw),
    usage,
    ...(Object.keys(usage).length > 0 ? { usagePlace: into(at, 'usage') } : {}),
    ...(provider ? { provider } : {}),
    ...(responseModel ? { responseModel } : {}),
    ...(responseId ? { responseId } : {}),
  };
}

/** A streaming call answers with its stream of events; the last one holds the whole response. */
function findResponse(result: Json | undefined): { response: Json | undefined; path: (string | number)[] } {
  if (!isJsonList(result)) return { response: result, path: [] };
  const at = result.findLastIndex((event) => textMember(event, 'type') === 'response_done');
  return { response: member(result[at], 'response'), path: [at, 'response'] };
}

function toFinishReasons(raw: Json | undefined): readonly string[] {
  const chosen = listMember(raw, 'choices').flatMap((choice) => textMember(choice, 'finish_reason') ?? []);
  if (chosen.length > 0) return chosen;
  const incomplete = textMember(member(raw, 'incomplete_details'), 'reason');
  const status = textMember(raw, 'status');
  return incomplete ? [incomplete] : status ? [status] : [];
}

/** The SDK writes 0 where the provider said nothing, and no call has 0 input tokens: then nothing is known. */
function toModelUsage(usage: Json | undefined): ModelUsage {
  const inputTokens = numberMember(usage, 'inputTokens');
  const outputTokens = numberMember(usage, 'outputTokens');
  if (!inputTokens) return {};
  const cacheReadTokens = sumDetail(member(usage, 'inputTokensDetails'), 'cached_tokens');
  const reasoningTokens = sumDetail(member(usage, 'outputTokensDetails'), 'reasoning_tokens');
  return toUsage({ inputTokens, outputTokens, cacheReadTokens, reasoningTokens });
}

/** Details are a list with one entry per request, and in some places a plain object. Absent when: no entry names it. */
function sumDetail(details: Json | undefined, key: string): number | undefined {
  const entries = isJsonList(details) ? details : details === undefined ? [] : [details];
  const counts = entries.flatMap((entry) => numberMember(entry, key) ?? []);
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0);
}
