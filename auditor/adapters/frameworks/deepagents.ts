import { member, objectMember, textMember } from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { FrameworkReader, ModelCall, ToolRun } from '../../model/model-call.ts';
import { toLangChainItems, toLangChainResponse } from './langchain-messages.ts';
import { inputPlace, into, NO_RESPONSE, resultPlace, toCallBase, toOffers } from './reader-parts.ts';

const MODEL_ACTIVITIES: ReadonlySet<string> = new Set([
  'deepagents.invoke_model',
  'deepagents.invoke_model_streaming',
]);

/**
 * Model calls and tools of Deep Agents through `temporalio-deepagents` (Python); messages as LangChain's `dumpd` writes them.
 *
 * Source: temporalio/deepagents/_activity.py 0.0.3.
 */
export const deepAgents: FrameworkReader = { name: 'deepagents', readCall, readToolRun };

function readCall(activity: Activity): ModelCall | undefined {
  if (!MODEL_ACTIVITIES.has(activity.activityType)) return undefined;
  const input = activity.input[0];
  const requestModel = textMember(input, 'model_name');
  const parameters = objectMember(input, 'bind_kwargs');
  const toolsOffered = toOffers(member(input, 'tool_schemas'), inputPlace(activity, 'tool_schemas'), {
    kind: 'tool',
  });
  const result = resultPlace(activity);
  const message = member(activity.result?.[0], 'message');
  return {
    ...toCallBase('deepagents', activity),
    ...(requestModel ? { requestModel } : {}),
    inputItems: toLangChainItems(member(input, 'messages'), inputPlace(activity, 'messages')),
    inputPlace: inputPlace(activity, 'messages'),
    toolsOffered,
    ...(toolsOffered.length > 0 ? { toolsPlace: inputPlace(activity, 'tool_schemas') } : {}),
    ...(parameters && Object.keys(parameters).length > 0
      ? { parameters: { value: parameters, place: inputPlace(activity, 'bind_kwargs') } }
      : {}),
    ...(result && message !== undefined
      ? toLangChainResponse(message, into(result, 'message'))
      : NO_RESPONSE),
  };
}

function readToolRun(activity: Activity): ToolRun | undefined {
  if (activity.activityType !== 'deepagents.invoke_tool') return undefined;
  const input = activity.input[0];
  const toolName = textMember(input, 'tool_name');
  if (toolName === undefined) return undefined;
  // Its tool_call_id is none of the model's: the integration makes one of its own.
  const value = member(input, 'args');
  return {
    ...{ framework: 'deepagents', activity, toolName },
    ...(value === undefined ? {} : { arguments: { value, place: inputPlace(activity, 'args') } }),
  };
}
