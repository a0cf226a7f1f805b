import { isJsonList, member, textMember } from '../../base/json-members.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelItem, Place, ToolCall } from '../../model/model-call.ts';

/** Items of a request's `input` (text or list) or of a response's `output`. */
export function toModelItems(value: Json | undefined, place: Place): readonly ModelItem[] {
  if (typeof value === 'string') return [{ kind: 'message', role: 'user', text: value, place }];
  if (!isJsonList(value)) return [];
  return value.map((item, index) => toModelItem(item, { ...place, path: [...place.path, index] }));
}

function toModelItem(item: Json, place: Place): ModelItem {
  const type = textMember(item, 'type') ?? (textMember(item, 'role') ? 'message' : 'unnamed');
  switch (type) {
    case 'message':
      return {
        kind: 'message',
        role: textMember(item, 'role') ?? 'unknown',
        ...toText(item, 'content', place),
      };
    case 'function_call':
      return { kind: 'tool-call', call: toToolCall(item, place), place };
    case 'function_call_result':
      return {
        kind: 'tool-result',
        callId: textMember(item, 'callId') ?? '',
        ...toText(item, 'output', place),
      };
    case 'reasoning':
      return { kind: 'reasoning', ...toText(item, 'content', place) };
    default:
      return { kind: 'other', type, place };
  }
}

function toToolCall(item: Json, place: Place): ToolCall {
  const text = textMember(item, 'arguments') ?? '';
  return {
    id: textMember(item, 'callId') ?? '',
    name: textMember(item, 'name') ?? '',
    arguments: tryParseJson(text) ?? text,
    place: { ...place, path: [...place.path, 'arguments'] },
  };
}

/** Content is a text, one part or a list of parts; a part says its text in `text` or its refusal in `refusal`. */
function toText(item: Json, key: string, place: Place): { readonly text: string; readonly place: Place } {
  const content = member(item, key);
  const path = [...place.path, key];
  if (typeof content === 'string') return { text: content, place: { ...place, path } };
  const parts = isJsonList(content) ? content : content === undefined ? [] : [content];
  const text = parts.map((part) => textMember(part, 'text') ?? textMember(part, 'refusal') ?? '').join('\n');
  const only = parts.length === 1 && textMember(parts[0], 'text') !== undefined;
  const inner = isJsonList(content) ? [...path, 0, 'text'] : [...path, 'text'];
  return { text, place: { ...place, path: only ? inner : path } };
}
