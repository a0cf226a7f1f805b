import { isJsonList, listMember, member, objectMember, textMember } from '../../base/json-members.ts';
import { isJsonObject } from '../../base/payload.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelItem, Place } from '../../model/model-call.ts';
import { into } from './reader-parts.ts';

/** Messages as Strands keeps them, in Bedrock's manner: each block of content is named by its one member. */
export function toStrandsItems(messages: Json | undefined, place: Place): readonly ModelItem[] {
  if (!isJsonList(messages)) return [];
  return messages.flatMap((message, index) => {
    const role = textMember(message, 'role') ?? 'unknown';
    const at = into(place, index, 'content');
    return listMember(message, 'content').map((block, position) => toItem(block, role, into(at, position)));
  });
}

/** The system prompt: a text, or blocks of which some are marks for the provider's cache. Absent when: it says nothing. */
export function toStrandsInstructions(prompt: Json | undefined, place: Place) {
  if (typeof prompt === 'string') return prompt === '' ? undefined : { text: prompt, place };
  if (!isJsonList(prompt)) return undefined;
  const texts = prompt.flatMap((block) => textMember(block, 'text') ?? []);
  return texts.length === 0 ? undefined : { text: texts.join('\n'), place };
}

function toItem(block: Json, role: string, place: Place): ModelItem {
  const text = textMember(block, 'text');
  if (text !== undefined) return { kind: 'message', role, text, place: into(place, 'text') };
  const use = objectMember(block, 'toolUse');
  if (use) return { kind: 'tool-call', call: toToolUse(use, into(place, 'toolUse')), place };
  const result = objectMember(block, 'toolResult');
  if (result) return toToolResult(result, into(place, 'toolResult'));
  const reasoning = toReasoning(block, place);
  if (reasoning) return reasoning;
  return {
    kind: 'other',
    type: isJsonObject(block) ? (Object.keys(block)[0] ?? 'unnamed') : 'unnamed',
    place,
  };
}

/** TypeScript writes `reasoning`, Python `reasoningContent.reasoningText`. */
function toReasoning(block: Json, place: Place): ModelItem | undefined {
  const inTypescript = objectMember(block, 'reasoning');
  if (inTypescript) {
    return {
      kind: 'reasoning',
      text: textMember(inTypescript, 'text') ?? '',
      place: into(place, 'reasoning'),
    };
  }
  const inPython = objectMember(block, 'reasoningContent');
  if (inPython === undefined) return undefined;
  const text = textMember(member(inPython, 'reasoningText'), 'text') ?? '';
  return { kind: 'reasoning', text, place: into(place, 'reasoningContent') };
}

function toToolUse(use: Json, place: Place) {
  return {
    id: textMember(use, 'toolUseId') ?? '',
    name: textMember(use, 'name') ?? 'unnamed',
    arguments: member(use, 'input') ?? {},
    place: into(place, 'input'),
  };
}

function toToolResult(result: Json, place: Place): ModelItem {
  const texts = listMember(result, 'content').flatMap((block) => {
    const json = member(block, 'json');
    return textMember(block, 'text') ?? (json === undefined ? [] : JSON.stringify(json));
  });
  return {
    kind: 'tool-result',
    callId: textMember(result, 'toolUseId') ?? '',
    text: texts.join('\n'),
    place: into(place, 'content'),
    ...(textMember(result, 'status') === 'error' ? { isError: true } : {}),
  };
}
