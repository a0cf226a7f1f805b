import { isJsonList, member, numberMember, objectMember, textMember } from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { Json } from '../../model/history-event.ts';
import type {
  FrameworkReader,
  ModelCall,
  ModelResponse,
  ModelUsage,
  Place,
  ToolRun,
} from '../../model/model-call.ts';
import { toPydanticItems, toPydanticParts } from './pydantic-ai-messages.ts';
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

const MODEL_ACTIVITY = /^agent__(?<agent>.+)__model_request(_stream)?$/;
const TOOL_ACTIVITY = /^agent__.+__(?<of>toolset|mcp_server)__(?<server>.+)__(?<what>call_tool|get_tools)$/;

// An agent may be named by anyone: longer types are none of pydantic-ai's.
const LONGEST_TYPE = 300;

const match = (pattern: RegExp, { activityType }: Activity) =>
  activityType.length > LONGEST_TYPE ? undefined : pattern.exec(activityType)?.groups;

/**
 * Model calls and tools of Pydantic AI on Temporal.
 *
 * Source: pydantic_ai/durable_exec/temporal 2.68.
 */
export const pydanticAi: FrameworkReader = { name: 'pydantic-ai', readCall, readToolRun };

function readCall(activity: Activity): ModelCall | undefined {
  const agentName = match(MODEL_ACTIVITY, activity)?.agent;
  if (agentName === undefined) return undefined;
  const input = activity.input[0];
  const messages = member(input, 'messages');
  const requestModel = textMember(input, 'model_id');
  const settings = objectMember(input, 'model_settings');
  const result = resultPlace(activity);
  return {
    ...toCallBase('pydantic-ai', activity),
    agentName,
    ...(requestModel ? { requestModel } : {}),
    ...toInstructions(messages, inputPlace(activity, 'messages')),
    inputItems: toPydanticItems(messages, inputPlace(activity, 'messages')),
    inputPlace: inputPlace(activity, 'messages'),
    ...toTools(member(input, 'model_request_parameters'), inputPlace(activity, 'model_request_parameters')),
    ...(settings ? { parameters: { value: settings, place: inputPlace(activity, 'model_settings') } } : {}),
    ...(result ? toResponse(activity.result?.[0], result) : NO_RESPONSE),
  };
}

/** Instructions stand in each request; those of the last one are in force. */
function toInstructions(messages: Json | undefined, place: Place): Pick<ModelCall, 'systemInstructions'> {
  if (!isJsonList(messages)) return {};
  const at = messages.findLastIndex((message) => textMember(message, 'kind') === 'request');
  const text = textMember(messages[at], 'instructions');
  return text ? { systemInstructions: { text, place: into(place, at, 'instructions') } } : {};
}

function toTools(parameters: Json | undefined, place: Place): Pick<ModelCall, 'toolsOffered' | 'toolsPlace'> {
  const lists = ['function_tools', 'output_tools'].map((key) => ({
    at: into(place, key),
    offers: toOffers(member(parameters, key), into(place, key), { kind: 'tool' }),
  }));
  const first = lists.find(({ offers }) => offers.length > 0);
  return {
    toolsOffered: lists.flatMap(({ offers }) => offers),
    ...(first ? { toolsPlace: first.at } : {}),
  };
}

function toResponse(response: Json | undefined, place: Place): ModelResponse & Pick<ModelCall, 'provider'> {
  const text = (key: string) => textMember(response, key);
  const [responseModel, provider] = [text('model_name'), text('provider_name')];
  const [responseId, reason] = [text('provider_response_id'), text('finish_reason')];
  const usage = toModelUsage(member(response, 'usage'));
  return {
    ...fromOutputItems(toPydanticParts(response, place)),
    finishReasons: reason ? [reason] : [],
    usage,
    ...(Object.keys(usage).length > 0 ? { usagePlace: into(place, 'usage') } : {}),
    ...(responseModel ? { responseModel } : {}),
    ...(responseId ? { responseId } : {}),
    ...(provider ? { provider } : {}),
  };
}

/** Every count is written, 0 where the provider said nothing: then it is unknown. */
function toModelUsage(usage: Json | undefined): ModelUsage {
  const known = (key: string) => numberMember(usage, key) || undefined;
  return toUsage({
    inputTokens: known('input_tokens'),
    outputTokens: known('output_tokens'),
    cacheReadTokens: known('cache_read_tokens'),
    cacheWriteTokens: known('cache_write_tokens'),
    reasoningTokens:
      known('output_reasoning_tokens') ?? numberMember(member(usage, 'details'), 'reasoning_tokens'),
  });
}

function readToolRun(activity: Activity): ToolRun | undefined {
  const { of, server, what } = match(TOOL_ACTIVITY, activity) ?? {};
  if (server === undefined || what === undefined) return undefined;
  const framework = of === 'mcp_server' ? 'mcp' : 'pydantic-ai';
  if (what === 'get_tools') return { framework, activity, toolName: what, server };
  const input = activity.input[0];
  const callId = textMember(member(input, 'serialized_run_context'), 'tool_call_id');
  const value = member(input, 'tool_args');
  return {
    ...{ framework, activity, server, toolName: textMember(input, 'name') ?? what },
    ...(callId ? { callId } : {}),
    ...(value === undefined ? {} : { arguments: { value, place: inputPlace(activity, 'tool_args') } }),
  };
}
