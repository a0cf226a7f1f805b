import { isJsonList, listMember, member, textMember } from '../../base/json-members.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelItem, Place } from '../../model/model-call.ts';
import { into } from './reader-parts.ts';

/** Messages of Pydantic AI, requests and responses, part by part. */
export function toPydanticItems(messages: Json | undefined, place: Place): readonly ModelItem[] {
  if (!isJsonList(messages)) return [];
  return messages.flatMap((message, index) => toPydanticParts(message, into(place, index)));
}

/** Parts of one message. */
export function toPydanticParts(message: Json | undefined, place: Place): readonly ModelItem[] {
  return listMember(message, 'parts').map((part, index) => toItem(part, into(place, 'parts', index)));
}

type ToolResult = Extract<ModelItem, { kind: 'tool-result' }>;

const ROLES: ReadonlyMap<string, string> = new Map([
  ['system-prompt', 'system'],
  ['user-prompt', 'user'],
  ['text', 'assistant'],
]);

function toItem(part: Json, place: Place): ModelItem {
  const kind = textMember(part, 'part_kind') ?? 'unnamed';
  const said = { text: toText(member(part, 'content')), place: into(place, 'content') };
  const role = ROLES.get(kind);
  if (role !== undefined) return { kind: 'message', role, ...said };
  if (kind === 'thinking') return { kind: 'reasoning', ...said };
  if (kind === 'tool-call') return { kind: 'tool-call', call: toCall(part, place), place };
  const isFailed = textMember(part, 'outcome') === 'failed';
  if (kind === 'tool-return') return { ...toResult(part, said), ...(isFailed ? { isError: true } : {}) };
  // Run by the provider itself.
  if (kind === 'builtin-tool-call')
    return { kind: 'tool-call', call: { ...toCall(part, place), byProvider: 'unknown' }, place };
  if (kind === 'builtin-tool-return')
    return { ...toResult(part, said), byProvider: isFailed ? 'failed' : 'completed' };
  // A retry answers a tool's call, or tells the model what was wrong with its answer.
  if (kind === 'retry-prompt')
    return textMember(part, 'tool_name') ? toResult(part, said) : { kind: 'message', role: 'user', ...said };
  return { kind: 'other', type: kind, place };
}

function toCall(part: Json, place: Place) {
  const args = member(part, 'args');
  return {
    id: textMember(part, 'tool_call_id') ?? '',
    name: textMember(part, 'tool_name') ?? 'unnamed',
    arguments: typeof args === 'string' ? (tryParseJson(args) ?? args) : (args ?? {}),
    place: into(place, 'args'),
  };
}

function toResult(part: Json, said: { readonly text: string; readonly place: Place }): ToolResult {
  const name = textMember(part, 'tool_name');
  const callId = textMember(part, 'tool_call_id') ?? '';
  return { kind: 'tool-result', callId, ...(name ? { name } : {}), ...said };
}

/** Content is a text, a list of texts and media, or what a tool returned. */
function toText(content: Json | undefined): string {
  if (content === undefined || content === null) return '';
  if (typeof content === 'string') return content;
  const isMixed = isJsonList(content) && content.some((part) => typeof part === 'string');
  if (!isMixed) return JSON.stringify(content);
  return content.filter((part) => typeof part === 'string').join('\n');
}
