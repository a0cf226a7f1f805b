import { isJsonList, member, textMember } from '../../base/json-members.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelItem, Place, ToolCall } from '../../model/model-call.ts';
import { toHostedItems } from './openai-hosted-items.ts';
import { into } from './reader-parts.ts';

/** Items of a request's `input` (text or list) or of a response's `output`, as the Agents SDK for TypeScript and that for Python write them. */
export function toModelItems(value: Json | undefined, place: Place): readonly ModelItem[] {
  if (typeof value === 'string') return [{ kind: 'message', role: 'user', text: value, place }];
  if (!isJsonList(value)) return [];
  return value.flatMap((item, index) => toItems(item, into(place, index)));
}

/** Calls that the workflow answers without a name of their own, and where they say what to do. */
const BUILT_IN: ReadonlyMap<string, { readonly name: string; readonly keys: readonly string[] }> = new Map([
  ['computer_call', { name: 'computer', keys: ['actions', 'action'] }],
  ['local_shell_call', { name: 'local_shell', keys: ['action'] }],
  ['shell_call', { name: 'shell', keys: ['action'] }],
  ['apply_patch_call', { name: 'apply_patch', keys: ['operation'] }],
]);

const RESULTS: ReadonlySet<string> = new Set([
  'function_call_result',
  'function_call_output',
  'computer_call_result',
  'computer_call_output',
  'local_shell_call_output',
  'shell_call_output',
  'apply_patch_call_output',
]);

function toItems(item: Json, place: Place): readonly ModelItem[] {
  const type = textMember(item, 'type') ?? (textMember(item, 'role') ? 'message' : 'unnamed');
  if (type === 'message') return toMessageItems(item, place);
  if (type === 'function_call') return [{ kind: 'tool-call', call: toToolCall(item, place), place }];
  if (BUILT_IN.has(type)) return [{ kind: 'tool-call', call: toBuiltInCall(item, type, place), place }];
  if (RESULTS.has(type)) return [toResult(item, place)];
  if (type === 'reasoning') return [toReasoning(item, place)];
  const name = type === 'hosted_tool_call' ? textMember(item, 'name') : undefined;
  return (
    toHostedItems(item, place) ?? [
      { kind: 'other', type: name === undefined ? type : `${type} ${name}`, place },
    ]
  );
}

/** What a message says, then its parts that are no text: images, files, audio. */
function toMessageItems(item: Json, place: Place): readonly ModelItem[] {
  const content = member(item, 'content');
  const parts = isJsonList(content) ? content : [];
  const others = parts.flatMap((part, index): readonly ModelItem[] => {
    if (toPartText(part) !== undefined) return [];
    return [
      { kind: 'other', type: textMember(part, 'type') ?? 'unnamed', place: into(place, 'content', index) },
    ];
  });
  if (others.length > 0 && others.length === parts.length) return others;
  const role = textMember(item, 'role') ?? 'unknown';
  return [{ kind: 'message', role, ...toText(item, 'content', place) }, ...others];
}

function toToolCall(item: Json, place: Place): ToolCall {
  const text = textMember(item, 'arguments') ?? '';
  return {
    id: toCallId(item),
    name: textMember(item, 'name') ?? 'unnamed',
    arguments: tryParseJson(text) ?? text,
    place: into(place, 'arguments'),
  };
}

function toBuiltInCall(item: Json, type: string, place: Place): ToolCall {
  const { name, keys } = BUILT_IN.get(type) ?? { name: type, keys: [] };
  const key = keys.find((candidate) => member(item, candidate) !== undefined);
  return {
    id: toCallId(item),
    name,
    arguments: (key === undefined ? undefined : member(item, key)) ?? {},
    place: key === undefined ? place : into(place, key),
  };
}

function toResult(item: Json, place: Place): ModelItem {
  const name = textMember(item, 'name');
  return {
    kind: 'tool-result',
    callId: toCallId(item),
    ...(name === undefined ? {} : { name }),
    ...toText(item, 'output', place),
    ...(textMember(item, 'status') === 'failed' ? { isError: true } : {}),
  };
}

/** The provider's summary (`summary` in Python, `content` in TypeScript), else what the model wrote (`content`, `rawContent`). */
function toReasoning(item: Json, place: Place): ModelItem {
  const texts = ['summary', 'content', 'rawContent'].map((key) => toText(item, key, place));
  return { kind: 'reasoning', ...(texts.find(({ text }) => text !== '') ?? toText(item, 'content', place)) };
}

/** TypeScript names it in camel case, Python as OpenAI does. */
const toCallId = (item: Json): string => textMember(item, 'callId') ?? textMember(item, 'call_id') ?? '';

/** Content is a text, one part or a list of parts. */
function toText(item: Json, key: string, place: Place): { readonly text: string; readonly place: Place } {
  const content = member(item, key);
  const at = into(place, key);
  if (typeof content === 'string') return { text: content, place: at };
  const parts = isJsonList(content) ? content : content === undefined ? [] : [content];
  const texts = parts.flatMap((part) => toPartText(part) ?? []);
  const only = parts.length === 1 && textMember(parts[0], 'text') !== undefined;
  const inner = isJsonList(content) ? into(at, 0, 'text') : into(at, 'text');
  return { text: texts.join('\n'), place: only ? inner : at };
}

/** A part says its text, its refusal, what was heard in its audio, or what a command printed. Absent when: it is no text. */
function toPartText(part: Json): string | undefined {
  const said = textMember(part, 'text') ?? textMember(part, 'refusal') ?? textMember(part, 'transcript');
  if (said !== undefined) return said;
  const printed = [textMember(part, 'stdout'), textMember(part, 'stderr')].flatMap((text) => text || []);
  return printed.length === 0 ? undefined : printed.join('\n');
}
