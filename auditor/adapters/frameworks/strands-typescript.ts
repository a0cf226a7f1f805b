import { isJsonList, member, objectMember, textMember } from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { JsonObject } from '../../model/history-event.ts';
import type { FrameworkReader, ModelCall, Place } from '../../model/model-call.ts';
import { inputPlace, into, NO_RESPONSE, resultPlace, toCallBase, toOffers } from './reader-parts.ts';
import { toStrandsInstructions, toStrandsItems } from './strands-messages.ts';
import { toStrandsResponse } from './strands-stream.ts';
import { readTypescriptPart } from './strands-typescript-stream.ts';

const MODEL_ACTIVITIES: ReadonlySet<string> = new Set(['invokeModel', 'invokeModelStreaming']);

/**
 * Model calls made through `@temporalio/strands-agents` (TypeScript). The AI SDK's activities have the same names; the messages tell them apart.
 *
 * Source: @temporalio/strands-agents 1.23, @strands-agents/sdk 1.x.
 */
export const strandsTypescript: FrameworkReader = { name: 'strands', readCall };

function readCall(activity: Activity): ModelCall | undefined {
  const input = activity.input[0];
  const messages = member(input, 'messages');
  if (!MODEL_ACTIVITIES.has(activity.activityType) || !isJsonList(messages)) return undefined;
  const requestModel = textMember(input, 'modelName');
  const result = resultPlace(activity);
  return {
    ...toCallBase('strands', activity),
    ...(requestModel ? { requestModel } : {}),
    inputItems: toStrandsItems(messages, inputPlace(activity, 'messages')),
    inputPlace: inputPlace(activity, 'messages'),
    ...toOptions(objectMember(input, 'options'), inputPlace(activity, 'options')),
    ...(result ? toStrandsResponse(activity.result?.[0], result, readTypescriptPart) : NO_RESPONSE),
  };
}

type Options = Pick<ModelCall, 'systemInstructions' | 'toolsOffered' | 'toolsPlace' | 'parameters'>;

function toOptions(options: JsonObject | undefined, place: Place): Options {
  const systemInstructions = toStrandsInstructions(
    member(options, 'systemPrompt'),
    into(place, 'systemPrompt'),
  );
  const toolsOffered = toOffers(member(options, 'toolSpecs'), into(place, 'toolSpecs'), { kind: 'tool' });
  const toolChoice = member(options, 'toolChoice');
  return {
    ...(systemInstructions ? { systemInstructions } : {}),
    toolsOffered,
    ...(toolsOffered.length > 0 ? { toolsPlace: into(place, 'toolSpecs') } : {}),
    ...(toolChoice === undefined ? {} : { parameters: { value: { toolChoice }, place } }),
  };
}
