import { isJsonList, member, numberMember, textMember } from '../../base/json-members.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelItem, ModelResponse, ModelUsage, Place } from '../../model/model-call.ts';
import { fromOutputItems, into, NO_RESPONSE } from './reader-parts.ts';

/** A block of content while its deltas come in. `from`: its first event, `texts`: what the deltas say. */
type Block = { readonly from: number; readonly start: Json | undefined; readonly deltas: Delta[] };
type Delta = { readonly index: number; readonly delta: Json | undefined };

/**
 * What a model answered, put together from its stream of events.
 *
 * Source: ModelStreamEvent of @strands-agents/sdk 1.x.
 */
export function toStrandsResponse(events: Json | undefined, place: Place): ModelResponse {
  if (!isJsonList(events)) return NO_RESPONSE;
  const blocks: Block[] = [];
  let isOpen = false;
  for (const [index, event] of events.entries()) {
    const type = textMember(event, 'type');
    if (type === 'modelContentBlockStartEvent') {
      blocks.push({ from: index, start: member(event, 'start'), deltas: [] });
      isOpen = true;
    } else if (type === 'modelContentBlockDeltaEvent') {
      // Some models send deltas without saying that a block begins.
      if (!isOpen) blocks.push({ from: index, start: undefined, deltas: [] });
      isOpen = true;
      blocks.at(-1)?.deltas.push({ index, delta: member(event, 'delta') });
    } else if (type === 'modelContentBlockStopEvent') isOpen = false;
  }
  return {
    ...fromOutputItems(blocks.flatMap((block) => toItem(block, place))),
    ...toEnd(events, place),
  };
}

function toItem(block: Block, place: Place): readonly ModelItem[] {
  const at = into(place, block.from);
  if (textMember(block.start, 'type') === 'toolUseStart') {
    const { text } = join(block, 'toolUseInputDelta', 'input', place);
    const call = {
      id: textMember(block.start, 'toolUseId') ?? '',
      name: textMember(block.start, 'name') ?? '',
      // A tool without arguments sends no delta.
      arguments: text === '' ? {} : (tryParseJson(text) ?? text),
      place: at,
    };
    return [{ kind: 'tool-call', call, place: at }];
  }
  const types = block.deltas.map(({ delta }) => textMember(delta, 'type'));
  if (types.includes('textDelta')) {
    return [{ kind: 'message', role: 'assistant', ...join(block, 'textDelta', 'text', place) }];
  }
  if (types.includes('reasoningContentDelta')) {
    return [{ kind: 'reasoning', ...join(block, 'reasoningContentDelta', 'text', place) }];
  }
  return types.length === 0 ? [] : [{ kind: 'other', type: types[0] ?? 'unnamed', place: at }];
}

/** One delta is cited itself, several by the event that the block begins with. */
function join({ from, deltas }: Block, type: string, key: string, place: Place) {
  const saying = deltas.flatMap(({ index, delta }) => {
    const text = textMember(delta, 'type') === type ? textMember(delta, key) : undefined;
    return text === undefined ? [] : [{ index, text }];
  });
  const [only, ...others] = saying;
  return {
    text: saying.map(({ text }) => text).join(''),
    place: only && others.length === 0 ? into(place, only.index, 'delta', key) : into(place, from),
  };
}

function toEnd(events: readonly Json[], place: Place): Omit<ModelResponse, 'outputItems' | 'toolCalls'> {
  const reasons = events.flatMap((event) => textMember(event, 'stopReason') ?? []);
  const usageAt = events.findLastIndex((event) => member(event, 'usage') !== undefined);
  const usage = toStrandsUsage(member(events[usageAt], 'usage'));
  return {
    finishReasons: reasons.slice(-1),
    usage,
    ...(Object.keys(usage).length > 0 ? { usagePlace: into(place, usageAt, 'usage') } : {}),
  };
}

/**
 * Some providers count cached tokens among the input tokens, some apart: the total tells which.
 *
 * Source: totalPromptTokens of @strands-agents/sdk.
 */
function toStrandsUsage(usage: Json | undefined): ModelUsage {
  const given = numberMember(usage, 'inputTokens');
  const outputTokens = numberMember(usage, 'outputTokens');
  const cacheReadTokens = numberMember(usage, 'cacheReadInputTokens');
  const cacheWriteTokens = numberMember(usage, 'cacheWriteInputTokens');
  const total = numberMember(usage, 'totalTokens');
  const isApart = total !== undefined && total !== (given ?? 0) + (outputTokens ?? 0);
  const inputTokens =
    given !== undefined && isApart ? given + (cacheReadTokens ?? 0) + (cacheWriteTokens ?? 0) : given;
  return {
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
    ...(cacheReadTokens === undefined ? {} : { cacheReadTokens }),
    ...(cacheWriteTokens === undefined ? {} : { cacheWriteTokens }),
  };
}
