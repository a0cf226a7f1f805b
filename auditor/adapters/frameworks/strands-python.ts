import { isJsonList, member, textMember } from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { FrameworkReader, ModelCall } from '../../model/model-call.ts';
import { inputPlace, NO_RESPONSE, resultPlace, toCallBase, toOffers } from './reader-parts.ts';
import { toStrandsInstructions, toStrandsItems } from './strands-messages.ts';
import { readPythonPart } from './strands-python-stream.ts';
import { toStrandsResponse } from './strands-stream.ts';

const MODEL_ACTIVITIES: ReadonlySet<string> = new Set(['invoke_model', 'invoke_model_streaming']);

/**
 * Model calls made through `temporalio-strands-agents` (Python). Google ADK's activities have the same names; the messages tell them apart.
 *
 * Source: temporalio/strands_agents/_model_activity.py 0.1.0.
 */
export const strandsPython: FrameworkReader = { name: 'strands', readCall };

function readCall(activity: Activity): ModelCall | undefined {
  const input = activity.input[0];
  const messages = member(input, 'messages');
  if (!MODEL_ACTIVITIES.has(activity.activityType) || !isJsonList(messages)) return undefined;
  const requestModel = textMember(input, 'model_name');
  const result = resultPlace(activity);
  return {
    ...toCallBase('strands', activity),
    ...(requestModel ? { requestModel } : {}),
    inputItems: toStrandsItems(messages, inputPlace(activity, 'messages')),
    inputPlace: inputPlace(activity, 'messages'),
    ...toOptions(activity),
    ...(result ? toStrandsResponse(activity.result?.[0], result, readPythonPart) : NO_RESPONSE),
  };
}

type Options = Pick<ModelCall, 'systemInstructions' | 'toolsOffered' | 'toolsPlace' | 'parameters'>;

function toOptions(activity: Activity): Options {
  const input = activity.input[0];
  const place = inputPlace(activity, 'tool_specs');
  const toolsOffered = toOffers(member(input, 'tool_specs'), place, { kind: 'tool' });
  const systemInstructions =
    toStrandsInstructions(member(input, 'system_prompt'), inputPlace(activity, 'system_prompt')) ??
    toStrandsInstructions(
      member(input, 'system_prompt_content'),
      inputPlace(activity, 'system_prompt_content'),
    );
  const choice = member(input, 'tool_choice');
  return {
    ...(systemInstructions ? { systemInstructions } : {}),
    toolsOffered,
    ...(toolsOffered.length > 0 ? { toolsPlace: place } : {}),
    ...(choice === undefined || choice === null
      ? {}
      : { parameters: { value: { toolChoice: choice }, place: inputPlace(activity, 'tool_choice') } }),
  };
}
