import { listMember, member, objectMember, textMember } from '../../base/json-members.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Activity } from '../../model/activity.ts';
import type { Json } from '../../model/history-event.ts';
import type { FrameworkReader, ModelCall, ModelItem, ModelResponse, Place } from '../../model/model-call.ts';
import {
  toContentItems,
  toGeminiInstructions,
  toGeminiItems,
  toGeminiOffers,
  toGeminiUsage,
} from './gemini-contents.ts';
import { fromOutputItems, inputPlace, into, NO_RESPONSE, resultPlace, toCallBase } from './reader-parts.ts';

const MODEL_ACTIVITIES: ReadonlySet<string> = new Set([
  'gemini_api_client_async_request',
  'gemini_api_client_async_request_streamed',
]);

/** `models/gemini-2.5-flash:generateContent`, also behind a project and a location. */
const PATH =
  /models\/(?<model>[^/:]{1,200}):(?<method>generateContent|streamGenerateContent|embedContent|batchEmbedContents)/;

/**
 * Model calls of Google's GenAI SDK through `temporalio-google-genai` (Python): requests of its REST API. Others of them are no model calls.
 *
 * What the API answered is JSON within a text: its parts are cited by the text that holds them.
 * Source: temporalio/google_genai/_gemini_activity.py 0.1.0.
 */
export const googleGenAi: FrameworkReader = { name: 'google-genai', readCall };

function readCall(activity: Activity): ModelCall | undefined {
  if (!MODEL_ACTIVITIES.has(activity.activityType)) return undefined;
  const input = activity.input[0];
  const { model, method } = PATH.exec(textMember(input, 'path') ?? '')?.groups ?? {};
  if (model === undefined || method === undefined) return undefined;
  const result = resultPlace(activity);
  return {
    ...toCallBase('google-genai', activity),
    ...{ requestModel: model, provider: 'gcp.gen_ai' },
    ...(method.toLowerCase().includes('embed') ? { operation: 'embeddings' } : {}),
    ...toRequest(member(input, 'request_dict'), inputPlace(activity, 'request_dict')),
    ...(result ? toResponse(activity.result?.[0], result) : NO_RESPONSE),
  };
}

type Request = Pick<
  ModelCall,
  'systemInstructions' | 'inputItems' | 'inputPlace' | 'toolsOffered' | 'toolsPlace' | 'parameters'
>;

function toRequest(request: Json | undefined, place: Place): Request {
  const instructions = toGeminiInstructions(
    member(request, 'systemInstruction'),
    into(place, 'systemInstruction'),
  );
  const toolsOffered = toGeminiOffers(member(request, 'tools'), into(place, 'tools'));
  const parameters = objectMember(request, 'generationConfig') ?? {};
  return {
    ...(instructions ? { systemInstructions: instructions } : {}),
    ...toInput(request, place),
    toolsOffered,
    ...(toolsOffered.length > 0 ? { toolsPlace: into(place, 'tools') } : {}),
    ...(Object.keys(parameters).length > 0
      ? { parameters: { value: parameters, place: into(place, 'generationConfig') } }
      : {}),
  };
}

/** A chat has `contents`, an embedding one `content`, a batch of them `requests`. */
function toInput(request: Json | undefined, place: Place): Pick<ModelCall, 'inputItems' | 'inputPlace'> {
  const key = ['contents', 'content', 'requests'].find((name) => member(request, name) !== undefined);
  if (key === undefined) return { inputItems: [] };
  const at = into(place, key);
  const inputItems =
    key === 'requests'
      ? listMember(request, key).flatMap((one, index) =>
          toContentItems(member(one, 'content'), into(at, index, 'content')),
        )
      : toGeminiItems(member(request, key), at);
  return { inputItems, inputPlace: at };
}

function toResponse(result: Json | undefined, place: Place): ModelResponse {
  const chunks = listMember(result, 'chunks');
  const bodies =
    chunks.length > 0
      ? chunks.map((chunk, index) => ({ body: toBody(chunk), at: into(place, 'chunks', index, 'body') }))
      : [{ body: toBody(result), at: into(place, 'body') }];
  const items = bodies.flatMap(({ body, at }) =>
    listMember(body, 'candidates').flatMap((candidate) =>
      toContentItems(member(candidate, 'content'), at).map((item) => citing(item, at)),
    ),
  );
  const counted = bodies.findLast(({ body }) => member(body, 'usageMetadata') !== undefined);
  const responseModel = bodies.flatMap(({ body }) => textMember(body, 'modelVersion') ?? []).at(-1);
  const responseId = bodies.flatMap(({ body }) => textMember(body, 'responseId') ?? []).at(-1);
  return {
    ...fromOutputItems(joinTexts(items)),
    finishReasons: bodies
      .flatMap(({ body }) => listMember(body, 'candidates'))
      .flatMap((candidate) => textMember(candidate, 'finishReason') ?? []),
    usage: toGeminiUsage(member(counted?.body, 'usageMetadata')),
    ...(counted ? { usagePlace: counted.at } : {}),
    ...(responseModel ? { responseModel } : {}),
    ...(responseId ? { responseId } : {}),
  };
}

const toBody = (response: Json | undefined): Json | undefined =>
  tryParseJson(textMember(response, 'body') ?? '');

/** Nothing within a text can be pointed at. */
function citing(item: ModelItem, place: Place): ModelItem {
  return item.kind === 'tool-call' ? { ...item, call: { ...item.call, place }, place } : { ...item, place };
}

/** A streamed answer comes in pieces: neighbours of one kind are one text, cited by the first. */
function joinTexts(items: readonly ModelItem[]): readonly ModelItem[] {
  const joined: ModelItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    const isMore =
      (item.kind === 'message' && last?.kind === 'message') ||
      (item.kind === 'reasoning' && last?.kind === 'reasoning');
    if (isMore) joined[joined.length - 1] = { ...last, text: last.text + item.text };
    else joined.push(item);
  }
  return joined;
}
