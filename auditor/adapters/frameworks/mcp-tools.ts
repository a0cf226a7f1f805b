import { member, textMember } from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { Json } from '../../model/history-event.ts';
import type { FrameworkReader, ToolRun } from '../../model/model-call.ts';
import { inputPlace } from './reader-parts.ts';

/** Activity types → the server's name and what is asked of it. `-stateless` and `-stateful` belong to the type, not to the name. */
const TYPES: readonly RegExp[] = [
  /^temporalio\.mcp\.(?<server>.+)\.(?<what>[a-z-]+)$/,
  /^(?<server>.+?)(-stateless|-stateful)?-(?<what>(call-tool|get-prompt)(-v2)?|list-(tools|prompts|resources|resource-templates)|read-resource|server-session)$/,
  /^(?<server>.+)-(?<what>callTool|listTools)$/,
];

const CALLS: ReadonlySet<string> = new Set(['call-tool', 'call-tool-v2', 'callTool']);

// A server may be named by anyone: longer types are no MCP server's.
const LONGEST_TYPE = 300;

/** Members that name the tool, its arguments and the model's call, in the order of the integrations that write them. */
const NAME_KEYS = ['toolName', 'tool_name', 'name'];
const ARGUMENT_KEYS = ['arguments', 'args', 'input'];

/**
 * Tools of MCP servers, as every integration of the Temporal SDKs runs them: OpenAI Agents (TypeScript and Python), AI SDK, Strands
 * (TypeScript and Python), Google ADK and Google GenAI.
 *
 * Listing tools, prompts and resources is asked by the framework, not by a model: the run is named after what is asked.
 */
export const mcpTools: FrameworkReader = {
  name: 'mcp',
  readCall: () => undefined,
  readToolRun,
};

function readToolRun(activity: Activity): ToolRun | undefined {
  const { server, what } = parseType(activity.activityType) ?? {};
  if (server === undefined || what === undefined) return undefined;
  if (!CALLS.has(what)) return { framework: 'mcp', activity, toolName: what, server };
  const input = activity.input[0];
  const toolName = firstText(input, NAME_KEYS);
  if (toolName === undefined && activity.kind !== 'local-activity') return undefined;
  const key = ARGUMENT_KEYS.find((candidate) => member(input, candidate) !== undefined);
  const value = key === undefined ? undefined : member(input, key);
  const callId = findCallId(input);
  return {
    ...{ framework: 'mcp', activity, toolName: toolName ?? what, server },
    ...(callId ? { callId } : {}),
    ...(value === undefined || key === undefined
      ? {}
      : { arguments: { value, place: inputPlace(activity, key) } }),
  };
}

function parseType(type: string): { readonly server?: string; readonly what?: string } | undefined {
  if (type.length > LONGEST_TYPE) return undefined;
  for (const pattern of TYPES) {
    const groups = pattern.exec(type)?.groups;
    if (groups) return { ...groups };
  }
  return undefined;
}

function firstText(input: Json | undefined, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = textMember(input, key);
    if (text) return text;
  }
  return undefined;
}

/** AI SDK: `options.toolCallId`; Strands (Python): `tool_use_id`; Google ADK: `tool_context.function_call_id`. */
function findCallId(input: Json | undefined): string | undefined {
  return (
    textMember(member(input, 'options'), 'toolCallId') ??
    textMember(input, 'tool_use_id') ??
    textMember(member(input, 'tool_context'), 'function_call_id')
  );
}
