import { isJsonList, numberMember } from '../../base/json-members.ts';
import { tryParseJson } from '../../base/same-json.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelItem, ModelResponse, ModelUsage, Place } from '../../model/model-call.ts';
import { fromOutputItems, into, NO_RESPONSE, toUsage } from './reader-parts.ts';

/** What one event of the stream says, in whichever language it was written. */
export type StreamPart =
  | { readonly kind: 'start'; readonly tool?: { readonly id: string; readonly name: string } }
  | {
      readonly kind: 'delta';
      readonly of: DeltaKind;
      readonly type: string;
      readonly text: string;
      readonly path: Path;
    }
  | { readonly kind: 'stop' }
  | { readonly kind: 'end'; readonly reason: string }
  | { readonly kind: 'usage'; readonly usage: Json; readonly path: Path };

type DeltaKind = 'text' | 'tool-input' | 'reasoning' | 'other';
/** Keys within the event. */
type Path = readonly string[];
type Delta = { readonly index: number; readonly part: StreamPart & { readonly kind: 'delta' } };

/** A block of content while its deltas come in. `from`: its first event. */
type Block = {
  readonly from: number;
  readonly tool?: { readonly id: string; readonly name: string };
  readonly deltas: Delta[];
};

/** What a model answered, put together from its stream of events; `readPart` knows how they are written. */
export function toStrandsResponse(
  events: Json | undefined,
  place: Place,
  readPart: (event: Json) => StreamPart | undefined,
): ModelResponse {
  if (!isJsonList(events)) return NO_RESPONSE;
  const parts = events.map(readPart);
  return {
    ...fromOutputItems(toBlocks(parts).flatMap((block) => toItem(block, place))),
    ...toEnd(parts, place),
  };
}

function toBlocks(parts: readonly (StreamPart | undefined)[]): readonly Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  for (const [index, part] of parts.entries()) {
    if (part?.kind === 'start') {
      blocks.push({ from: index, ...(part.tool && { tool: part.tool }), deltas: [] });
      isOpen = true;
    } else if (part?.kind === 'delta') {
      // Some models send deltas without saying that a block begins.
      if (!isOpen) blocks.push({ from: index, deltas: [] });
      isOpen = true;
      blocks.at(-1)?.deltas.push({ index, part });
    } else if (part?.kind === 'stop') isOpen = false;
  }
  return blocks;
}

function toItem(block: Block, place: Place): readonly ModelItem[] {
  const at = into(place, block.from);
  if (block.tool !== undefined) {
    const { text } = join(block, 'tool-input', place);
    // A tool without arguments sends no delta.
    const value = text === '' ? {} : (tryParseJson(text) ?? text);
    return [{ kind: 'tool-call', call: { ...block.tool, arguments: value, place: at }, place: at }];
  }
  const kinds = block.deltas.map(({ part }) => part.of);
  if (kinds.includes('text')) return [{ kind: 'message', role: 'assistant', ...join(block, 'text', place) }];
  if (kinds.includes('reasoning')) return [{ kind: 'reasoning', ...join(block, 'reasoning', place) }];
  const [first] = block.deltas;
  return first === undefined ? [] : [{ kind: 'other', type: first.part.type, place: at }];
}

/** One delta is cited itself, several by the event that the block begins with. */
function join({ from, deltas }: Block, of: DeltaKind, place: Place) {
  const saying = deltas.filter(({ part }) => part.of === of);
  const [only, ...others] = saying;
  return {
    text: saying.map(({ part }) => part.text).join(''),
    place: only && others.length === 0 ? into(place, only.index, ...only.part.path) : into(place, from),
  };
}

function toEnd(
  parts: readonly (StreamPart | undefined)[],
  place: Place,
): Omit<ModelResponse, 'outputItems' | 'toolCalls'> {
  const reasons = parts.flatMap((part) => (part?.kind === 'end' ? part.reason : []));
  const usageAt = parts.findLastIndex((part) => part?.kind === 'usage');
  const last = parts[usageAt];
  const usage = last?.kind === 'usage' ? toStrandsUsage(last.usage) : {};
  return {
    finishReasons: reasons.slice(-1),
    usage,
    ...(last?.kind === 'usage' && Object.keys(usage).length > 0
      ? { usagePlace: into(place, usageAt, ...last.path) }
      : {}),
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
  return toUsage({ inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens });
}
