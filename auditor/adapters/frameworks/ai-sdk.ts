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
import type { FrameworkReader, ModelCall, ModelItem, ModelResponse, Place } from '../../model/model-call.ts';
import { toContentItems, toPromptItems } from './ai-sdk-items.ts';
import { toAiSdkUsage } from './ai-sdk-usage.ts';
import {
  fromOutputItems,
  inputPlace,
  into,
  NO_RESPONSE,
  resultPlace,
  toCallBase,
  toOffers,
} from './reader-parts.ts';

const MODEL_ACTIVITIES: ReadonlySet<string> = new Set(['invokeModel', 'invokeModelStreaming']);

/** What a call's options say about how to answer. Headers and provider options are left out: they may hold secrets. */
const PARAMETERS = [
  ...['maxOutputTokens', 'temperature', 'stopSequences', 'topP', 'topK', 'presencePenalty'],
  ...['frequencyPenalty', 'seed', 'reasoning', 'toolChoice', 'responseFormat'],
];

/** The SDK's name of a provider → gen_ai.provider.name. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['openai', 'openai'],
  ['anthropic', 'anthropic'],
  ['google', 'gcp.gemini'],
  ['vertex', 'gcp.vertex_ai'],
  ['bedrock', 'aws.bedrock'],
  ['azure', 'azure.ai.openai'],
  ['mistral', 'mistral_ai'],
  ['cohere', 'cohere'],
  ['groq', 'groq'],
  ['deepseek', 'deepseek'],
  ['perplexity', 'perplexity'],
  ['xai', 'x_ai'],
]);

/**
 * Model calls made through `@temporalio/ai-sdk` (TypeScript): `invokeModel`, `invokeModelStreaming`, `invokeEmbeddingModel`.
 *
 * Source: @ai-sdk/provider, language models V2 to V4.
 */
export const aiSdk: FrameworkReader = {
  name: 'ai-sdk',
  readCall: (activity) => readChat(activity) ?? readEmbedding(activity),
};

function readChat(activity: Activity): ModelCall | undefined {
  if (!MODEL_ACTIVITIES.has(activity.activityType)) return undefined;
  const modelId = textMember(activity.input[0], 'modelId');
  const options = objectMember(activity.input[0], 'options');
  if (modelId === undefined || !options || !isJsonList(member(options, 'prompt'))) return undefined;
  return {
    ...toCallBase('ai-sdk', activity),
    requestModel: modelId,
    ...toRequest(options, inputPlace(activity, 'options')),
    ...toResponse(activity),
  };
}

function readEmbedding(activity: Activity): ModelCall | undefined {
  const input = activity.input[0];
  const values = member(input, 'values');
  const modelId = textMember(input, 'modelId');
  if (activity.activityType !== 'invokeEmbeddingModel' || modelId === undefined || !isJsonList(values))
    return undefined;
  const place = inputPlace(activity, 'values');
  return {
    ...toCallBase('ai-sdk', activity),
    ...{ operation: 'embeddings', requestModel: modelId, inputPlace: place, toolsOffered: [] },
    inputItems: values.map((value, index) => toValueItem(value, into(place, index))),
    ...toEmbeddings(activity),
  };
}

function toValueItem(value: Json, place: Place): ModelItem {
  if (typeof value === 'string') return { kind: 'message', role: 'text to embed', text: value, place };
  return { kind: 'other', type: 'value to embed', place };
}

type Request = Pick<
  ModelCall,
  'systemInstructions' | 'inputItems' | 'inputPlace' | 'toolsOffered' | 'toolsPlace' | 'parameters'
>;

/** A first message of the system's is what the SDK makes of `system`. */
function toRequest(options: JsonObject, place: Place): Request {
  const items = toPromptItems(member(options, 'prompt'), into(place, 'prompt'));
  const [first, ...rest] = items;
  const system = first?.kind === 'message' && first.role === 'system' ? first : undefined;
  const chosen = PARAMETERS.flatMap((name) => {
    const value = member(options, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const toolsOffered = toOffers(member(options, 'tools'), into(place, 'tools'), { kind: 'tool' });
  return {
    ...(system ? { systemInstructions: { text: system.text, place: system.place } } : {}),
    inputItems: system ? rest : items,
    ...{ inputPlace: into(place, 'prompt'), toolsOffered },
    ...(toolsOffered.length > 0 ? { toolsPlace: into(place, 'tools') } : {}),
    ...(chosen.length > 0 ? { parameters: { value: Object.fromEntries(chosen), place } } : {}),
  };
}

type Answered = ModelResponse & Pick<ModelCall, 'provider'>;

function toResponse(activity: Activity): Answered {
  const place = resultPlace(activity);
  if (!place) return NO_RESPONSE;
  const result = activity.result?.[0];
  const usage = toAiSdkUsage(result);
  return {
    ...fromOutputItems(toContentItems(member(result, 'content'), 'answer', into(place, 'content'))),
    ...toOrigin(result),
    finishReasons: toFinishReasons(member(result, 'finishReason')),
    usage,
    ...(Object.keys(usage).length > 0 ? { usagePlace: into(place, 'usage') } : {}),
  };
}

function toOrigin(result: Json | undefined): Pick<Answered, 'provider' | 'responseModel' | 'responseId'> {
  const response = member(result, 'response');
  const responseModel = textMember(response, 'modelId');
  const responseId = textMember(response, 'id');
  // One provider writes under its own name; where several names stand, a gateway took part and it is not said who answered.
  const [name, ...others] = Object.keys(objectMember(result, 'providerMetadata') ?? {});
  const provider = others.length === 0 && name !== undefined ? PROVIDERS.get(name) : undefined;
  return {
    ...(provider ? { provider } : {}),
    ...(responseModel ? { responseModel } : {}),
    ...(responseId ? { responseId } : {}),
  };
}

/** V2 writes a text; later ones keep the provider's own word beside the common one. */
function toFinishReasons(reason: Json | undefined): readonly string[] {
  const word =
    typeof reason === 'string' ? reason : textMember(reason, 'raw') || textMember(reason, 'unified');
  return word ? [word] : [];
}

function toEmbeddings(activity: Activity): ModelResponse {
  const place = resultPlace(activity);
  if (!place) return NO_RESPONSE;
  const result = activity.result?.[0];
  const inputTokens = numberMember(member(result, 'usage'), 'tokens');
  return {
    ...fromOutputItems(
      listMember(result, 'embeddings').map((vector, index) => ({
        kind: 'other',
        type: `embedding of ${isJsonList(vector) ? vector.length : 'unknown'} dimensions`,
        place: into(place, 'embeddings', index),
      })),
    ),
    finishReasons: [],
    usage: inputTokens === undefined ? {} : { inputTokens },
    ...(inputTokens === undefined ? {} : { usagePlace: into(place, 'usage') }),
  };
}
