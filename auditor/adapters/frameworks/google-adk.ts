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
import { fromOutputItems, inputPlace, into, NO_RESPONSE, resultPlace, toCallBase } from './reader-parts.ts';

const MODEL_ACTIVITIES: ReadonlySet<string> = new Set(['invoke_model', 'invoke_model_streaming']);

/** Settings that are told elsewhere. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['systemInstruction', 'tools', 'labels']);

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
  const instructions = toGeminiInstructions(
    member(config, 'systemInstruction'),
    into(place, 'systemInstruction'),
  );
  const toolsOffered = toGeminiOffers(member(config, 'tools'), into(place, 'tools'));
  const agentName = textMember(member(config, 'labels'), 'adk_agent_name');
  // Every setting is written, most of them null.
  const given = Object.entries(isJsonObject(config) ? config : {}).filter(
    ([key, value]) => value !== null && !TOLD_ELSEWHERE.has(key),
  );
  return {
    ...(instructions ? { systemInstructions: instructions } : {}),
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
  const texts = (key: string) => read.flatMap(({ response }) => textMember(response, key) ?? []);
  const counted = read.findLast(({ response }) => objectMember(response, 'usageMetadata') !== undefined);
  const responseModel = texts('modelVersion').at(-1);
  const usage = toGeminiUsage(member(counted?.response, 'usageMetadata'));
  return {
    ...fromOutputItems(
      read.flatMap(({ response, at }) => toContentItems(member(response, 'content'), into(at, 'content'))),
    ),
    finishReasons: texts('finishReason').slice(-1),
    usage,
    ...(counted && Object.keys(usage).length > 0 ? { usagePlace: into(counted.at, 'usageMetadata') } : {}),
    ...(responseModel ? { responseModel } : {}),
  };
}
