import { isJsonList, member, textMember } from '../../base/json-members.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelItem, Place } from '../../model/model-call.ts';
import { into } from './reader-parts.ts';

type ToolResult = Extract<ModelItem, { kind: 'tool-result' }>;

/** Messages of a call's `prompt`. */
export function toPromptItems(prompt: Json | undefined, place: Place): readonly ModelItem[] {
  if (!isJsonList(prompt)) return [];
  return prompt.flatMap((message, index) => {
    const role = textMember(message, 'role') ?? 'unknown';
    return toContentItems(member(message, 'content'), role, into(place, index, 'content'));
  });
}

/** Content of a message or of an answer: a text, or a list of parts. */
export function toContentItems(content: Json | undefined, role: string, place: Place): readonly ModelItem[] {
  if (typeof content === 'string') return [{ kind: 'message', role, text: content, place }];
  if (!isJsonList(content)) return [];
  return content.map((part, index) => toItem(part, role, into(place, index)));
}

function toItem(part: Json, role: string, place: Place): ModelItem {
  const type = textMember(part, 'type') ?? 'unnamed';
  const text = textMember(part, 'text');
  if (type === 'text') return { kind: 'message', role, text: text ?? '', place: into(place, 'text') };
  if (type === 'reasoning') return { kind: 'reasoning', text: text ?? '', place: into(place, 'text') };
  if (type === 'tool-call') return toCallItem(part, place);
  // The workflow answers in messages of the role `tool`: what a model's own words hold is of the provider.
  const isOfModel = role === 'answer' || role === 'assistant';
  if (type === 'tool-result') return isOfModel ? toProviderResult(part, place) : toResultItem(part, place);
  return { kind: 'other', type, place };
}

/** In an answer `input` is the model's text, in a prompt it is parsed. */
function toCallItem(part: Json, place: Place): ModelItem {
  const input = member(part, 'input') ?? '';
  const call = {
    id: textMember(part, 'toolCallId') ?? '',
    name: textMember(part, 'toolName') ?? 'unnamed',
    arguments: typeof input === 'string' ? (tryParseJson(input) ?? input) : input,
    place: into(place, 'input'),
    ...(member(part, 'providerExecuted') === true ? { byProvider: 'unknown' as const } : {}),
  };
  return { kind: 'tool-call', call, place };
}

function toProviderResult(part: Json, place: Place): ModelItem {
  const result = member(part, 'result');
  const { isError, ...item } = toResultItem(part, place);
  return {
    ...item,
    ...(result === undefined
      ? {}
      : {
          text: typeof result === 'string' ? result : JSON.stringify(result),
          place: into(place, 'result'),
        }),
    byProvider: isError ? 'failed' : 'completed',
  };
}

function toResultItem(part: Json, place: Place): ToolResult {
  const name = textMember(part, 'toolName');
  const isError =
    member(part, 'isError') === true ||
    (textMember(member(part, 'output'), 'type') ?? '').startsWith('error-');
  return {
    kind: 'tool-result',
    callId: textMember(part, 'toolCallId') ?? '',
    ...(name === undefined ? {} : { name }),
    ...toOutput(part, place),
    ...(isError ? { isError } : {}),
  };
}

/** V2 and later: `output` `{type: 'text' | 'json' | 'error-text' | 'error-json' | 'content' | 'execution-denied', value, reason}`. */
function toOutput(part: Json, place: Place): { readonly text: string; readonly place: Place } {
  const output = member(part, 'output');
  const value = member(output, 'value');
  if (typeof value === 'string') return { text: value, place: into(place, 'output', 'value') };
  if (isJsonList(value) && textMember(output, 'type') === 'content') {
    const texts = value.flatMap((inner) => textMember(inner, 'text') ?? []);
    return { text: texts.join('\n'), place: into(place, 'output', 'value') };
  }
  if (value !== undefined) return { text: JSON.stringify(value), place: into(place, 'output', 'value') };
  return { text: textMember(output, 'reason') ?? '', place: into(place, 'output') };
}
