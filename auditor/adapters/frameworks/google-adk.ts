import { isJsonList, member, objectMember, textMember } from '../../base/json-members.ts';
import { isJsonObject } from '../../base/payload.ts';
import type { Activity } from '../../model/activity.ts';
import type { Json } from '../../model/history-event.ts';
import type { FrameworkReader, ModelCall, ModelResponse, Place } from '../../model/model-call.ts';
import {
  toContentItems,
  toGeminiInstructions,
  toGeminiItems,
  toGeminiOffers,
  toGeminiUsage,
} from './gemini-contents.ts';
import { geminiField, geminiText } from './gemini-fields.ts';
import { fromOutputItems, inputPlace, into, NO_RESPONSE, resultPlace, toCallBase } from './reader-parts.ts';

const MODEL_ACTIVITIES: ReadonlySet<string> = new Set(['invoke_model', 'invoke_model_streaming']);

/** Settings that are told elsewhere. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  'systemInstruction',
  'system_instruction',
  'tools',
  'labels',
]);

/**
 * Model calls made through `temporalio-google-adk` (Python). Strands' activities have the same names; the contents tell them apart.
 *
 * Source: temporalio/google_adk/_model.py 0.0.1, LlmRequest and LlmResponse of google-adk 2.13.
 */
export const googleAdk: FrameworkReader = { name: 'google-adk', readCall };

function readCall(activity: Activity): ModelCall | undefined {
  if (!MODEL_ACTIVITIES.has(activity.activityType)) return undefined;
  const streamed = objectMember(activity.input[0], 'llm_request');
  const request = streamed ?? activity.input[0];
  if (!isJsonList(member(request, 'contents'))) return undefined;
  const place = streamed ? inputPlace(activity, 'llm_request') : inputPlace(activity);
  const requestModel = textMember(request, 'model');
  const result = resultPlace(activity);
  return {
    ...toCallBase('google-adk', activity),
    ...(requestModel ? { requestModel } : {}),
    inputItems: toGeminiItems(member(request, 'contents'), into(place, 'contents')),
    inputPlace: into(place, 'contents'),
    ...toConfig(member(request, 'config'), into(place, 'config')),
    ...(result ? toResponse(activity.result?.[0], result) : NO_RESPONSE),
  };
}

type Config = Pick<
  ModelCall,
  'systemInstructions' | 'toolsOffered' | 'toolsPlace' | 'parameters' | 'agentName'
>;

function toConfig(config: Json | undefined, place: Place): Config {
  const prompt = geminiField(config, 'systemInstruction');
  const systemInstructions = prompt && toGeminiInstructions(prompt.value, into(place, prompt.key));
  const toolsOffered = toGeminiOffers(member(config, 'tools'), into(place, 'tools'));
  const agentName = textMember(member(config, 'labels'), 'adk_agent_name');
  const settings = Object.entries(isJsonObject(config) ? config : {});
  const given = settings.filter(([key, value]) => value !== null && !TOLD_ELSEWHERE.has(key));
  return {
    ...(systemInstructions ? { systemInstructions } : {}),
    toolsOffered,
    ...(toolsOffered.length > 0 ? { toolsPlace: into(place, 'tools') } : {}),
    ...(agentName ? { agentName } : {}),
    ...(given.length > 0 ? { parameters: { value: Object.fromEntries(given), place } } : {}),
  };
}

/** A stream's partial answers are followed by the whole one. */
function toResponse(result: Json | undefined, place: Place): ModelResponse {
  if (!isJsonList(result)) return NO_RESPONSE;
  const all = result.map((response, index) => ({ response, at: into(place, index) }));
  const whole = all.filter(({ response }) => member(response, 'partial') !== true);
  const read = whole.length > 0 ? whole : all;
  const lastText = (name: string) =>
    read.flatMap(({ response }) => geminiText(response, name) ?? []).slice(-1);
  const [responseModel] = lastText('modelVersion');
  return {
    ...fromOutputItems(
      read.flatMap(({ response, at }) => toContentItems(member(response, 'content'), into(at, 'content'))),
    ),
    finishReasons: lastText('finishReason'),
    ...toCounted(read),
    ...(responseModel ? { responseModel } : {}),
  };
}

function toCounted(
  read: readonly { readonly response: Json; readonly at: Place }[],
): Pick<ModelResponse, 'usage' | 'usagePlace'> {
  const found = read.flatMap(({ response, at }) => {
    const counts = geminiField(response, 'usageMetadata');
    return counts === undefined
      ? []
      : [{ usage: toGeminiUsage(counts.value), usagePlace: into(at, counts.key) }];
  });
  return found.at(-1) ?? { usage: {} };
}
