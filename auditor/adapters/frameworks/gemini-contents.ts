import { isJsonList, listMember, member, textMember } from '../../base/json-members.ts';
import { isJsonObject } from '../../base/payload.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelCall, ModelItem, ModelUsage, Place, ToolCall, ToolOffer } from '../../model/model-call.ts';
import { geminiCount, geminiField } from './gemini-fields.ts';
import { toGeminiProviderItem } from './gemini-provider-items.ts';
import { into, toOffers, toUsage } from './reader-parts.ts';

/** Gemini's answers are of `model`; the rest of the field says `assistant`. */
const toRole = (role: string | undefined): string => (role === 'model' ? 'assistant' : (role ?? 'user'));

/** Contents of a request: a text, one content or a list of them. */
export function toGeminiItems(contents: Json | undefined, place: Place): readonly ModelItem[] {
  if (typeof contents === 'string') return [{ kind: 'message', role: 'user', text: contents, place }];
  if (isJsonObject(contents)) return toContentItems(contents, place);
  if (!isJsonList(contents)) return [];
  return withCallIds(contents.flatMap((content, index) => toContentItems(content, into(place, index))));
}

/** Gemini's client answers a call without repeating its id: then the result is of the first call of that name that has none yet. */
function withCallIds(items: readonly ModelItem[]): readonly ModelItem[] {
  const open: ToolCall[] = [];
  const take = (isOf: (call: ToolCall) => boolean): ToolCall | undefined => {
    const at = open.findIndex(isOf);
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  return items.map((item) => {
    if (item.kind === 'tool-call' && !item.call.byProvider) open.push(item.call);
    if (item.kind !== 'tool-result' || item.byProvider) return item;
    const call = take(({ id, name }) => (item.callId === '' ? name === item.name : id === item.callId));
    return item.callId === '' && call ? { ...item, callId: call.id } : item;
  });
}

/** The parts of one content: what was said, thought, asked of tools and answered by them. */
export function toContentItems(content: Json | undefined, place: Place): readonly ModelItem[] {
  const role = toRole(textMember(content, 'role'));
  return listMember(content, 'parts').map((part, index) => toItem(part, role, into(place, 'parts', index)));
}

function toItem(part: Json, role: string, place: Place): ModelItem {
  const text = textMember(part, 'text');
  if (text !== undefined) {
    const at = into(place, 'text');
    return member(part, 'thought') === true
      ? { kind: 'reasoning', text, place: at }
      : { kind: 'message', role, text, place: at };
  }
  const call = geminiField(part, 'functionCall');
  if (call) return { kind: 'tool-call', call: toCall(call.value, into(place, call.key)), place };
  const answer = geminiField(part, 'functionResponse');
  if (answer) return toResult(answer.value, into(place, answer.key));
  const ofProvider = toGeminiProviderItem(part, place);
  if (ofProvider) return ofProvider;
  const given = isJsonObject(part) ? Object.entries(part).find(([, value]) => value !== null) : undefined;
  return { kind: 'other', type: given?.[0] ?? 'unnamed', place };
}

const toCall = (call: Json, place: Place) => ({
  id: textMember(call, 'id') ?? '',
  name: textMember(call, 'name') ?? 'unnamed',
  arguments: member(call, 'args') ?? {},
  place: into(place, 'args'),
});

function toResult(answer: Json, place: Place): ModelItem {
  const name = textMember(answer, 'name');
  return {
    kind: 'tool-result',
    callId: textMember(answer, 'id') ?? '',
    ...(name === undefined ? {} : { name }),
    text: JSON.stringify(member(answer, 'response') ?? null),
    place: into(place, 'response'),
  };
}

/** Instructions: a text, or a content of parts. Absent when: none. */
export function toGeminiInstructions(value: Json | undefined, place: Place): ModelCall['systemInstructions'] {
  if (typeof value === 'string') return { text: value, place };
  const texts = listMember(value, 'parts').flatMap((part) => textMember(part, 'text') ?? []);
  return texts.length === 0 ? undefined : { text: texts.join('\n'), place };
}

/** Functions that are declared in any of the tools; the provider's own tools are run by it. */
export function toGeminiOffers(tools: Json | undefined, place: Place): readonly ToolOffer[] {
  if (!isJsonList(tools)) return [];
  return tools.flatMap((tool, index) => {
    const { key, value } = geminiField(tool, 'functionDeclarations') ?? { key: '', value: [] };
    return toOffers(value, into(place, index, key), { kind: 'tool' }).map(asHandoff);
  });
}

/** How an agent of the ADK hands over to another. */
const asHandoff = (offer: ToolOffer): ToolOffer =>
  offer.name === 'transfer_to_agent' ? { ...offer, kind: 'handoff' } : offer;

/** Gemini counts thoughts apart from the answer, and cached tokens within the prompt. */
export function toGeminiUsage(usage: Json | undefined): ModelUsage {
  const inputTokens = geminiCount(usage, 'promptTokenCount');
  const answered = geminiCount(usage, 'candidatesTokenCount');
  const reasoningTokens = geminiCount(usage, 'thoughtsTokenCount');
  const cacheReadTokens = geminiCount(usage, 'cachedContentTokenCount');
  const isAnswered = answered !== undefined || reasoningTokens !== undefined;
  return toUsage({
    ...{ inputTokens, cacheReadTokens, reasoningTokens },
    outputTokens: isAnswered ? (answered ?? 0) + (reasoningTokens ?? 0) : undefined,
  });
}
