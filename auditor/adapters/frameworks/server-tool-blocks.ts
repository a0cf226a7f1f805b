import { member, textMember } from '../../base/json-members.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelItem, Place, ProviderRun } from '../../model/model-call.ts';
import { into } from './reader-parts.ts';

/** Calls, and where they hold their arguments: Anthropic's two, and LangChain's for any provider. */
const CALLS: ReadonlyMap<string, string> = new Map([
  ['server_tool_use', 'input'],
  ['mcp_tool_use', 'input'],
  ['server_tool_call', 'args'],
]);

/** Results that the provider adds: `web_search_tool_result`, `code_execution_tool_result`; a plain `tool_result` is the workflow's. */
const RESULT = /^\w+_tool_result$/;

/**
 * A block of content by which a provider says that it ran a tool itself, or what that gave back. Absent when: it is another block.
 *
 * Source: Anthropic's Messages API, standard content blocks of LangChain 1.
 */
export function toServerToolItem(block: Json, place: Place): ModelItem | undefined {
  const type = textMember(block, 'type') ?? '';
  const asked = CALLS.get(type);
  if (asked !== undefined) return toCallItem(block, place, asked);
  if (type === 'server_tool_result') {
    const byProvider = textMember(block, 'status') === 'error' ? 'failed' : 'completed';
    return toResultItem(block, place, { idKey: 'tool_call_id', key: 'output', byProvider });
  }
  if (!RESULT.test(type)) return undefined;
  const ofContent = textMember(member(block, 'content'), 'type') ?? '';
  const isFailed = member(block, 'is_error') === true || ofContent.endsWith('_error');
  const byProvider = isFailed ? 'failed' : 'completed';
  return toResultItem(block, place, { idKey: 'tool_use_id', key: 'content', byProvider });
}

function toCallItem(block: Json, place: Place, key: string): ModelItem {
  const call = {
    id: textMember(block, 'id') ?? '',
    name: textMember(block, 'name') ?? 'unnamed',
    arguments: member(block, key) ?? {},
    place: into(place, key),
    byProvider: 'unknown' as const,
  };
  return { kind: 'tool-call', call, place };
}

type Answer = { readonly idKey: string; readonly key: string; readonly byProvider: ProviderRun };

function toResultItem(block: Json, place: Place, { idKey, key, byProvider }: Answer): ModelItem {
  const given = member(block, key) ?? '';
  return {
    kind: 'tool-result',
    callId: textMember(block, idKey) ?? '',
    text: typeof given === 'string' ? given : JSON.stringify(given),
    place: into(place, key),
    byProvider,
  };
}
