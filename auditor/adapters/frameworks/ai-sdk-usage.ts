import { member, numberMember, objectMember } from '../../base/json-members.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelUsage } from '../../model/model-call.ts';
import { toUsage } from './reader-parts.ts';

/**
 * Usage of an answer, in the nested form of V3 and V4 or the flat one of V2.
 *
 * Source: LanguageModelV4Usage, LanguageModelV2Usage of @ai-sdk/provider.
 */
export function toAiSdkUsage(result: Json | undefined): ModelUsage {
  const usage = member(result, 'usage');
  return objectMember(usage, 'inputTokens') || objectMember(usage, 'outputTokens')
    ? toNested(member(usage, 'inputTokens'), member(usage, 'outputTokens'))
    : toFlat(usage, objectMember(objectMember(result, 'providerMetadata'), 'anthropic'));
}

function toNested(input: Json | undefined, output: Json | undefined): ModelUsage {
  const cacheReadTokens = numberMember(input, 'cacheRead');
  const cacheWriteTokens = numberMember(input, 'cacheWrite');
  const reasoningTokens = numberMember(output, 'reasoning');
  const split = sumKnown(numberMember(input, 'noCache'), cacheReadTokens, cacheWriteTokens);
  return toUsage({
    inputTokens: numberMember(input, 'total') ?? split,
    outputTokens: numberMember(output, 'total') ?? sumKnown(numberMember(output, 'text'), reasoningTokens),
    ...{ cacheReadTokens, cacheWriteTokens, reasoningTokens },
  });
}

/** V2 repeats the provider's count, and Anthropic's leaves out what came from its cache or went into it. */
function toFlat(usage: Json | undefined, anthropic: Json | undefined): ModelUsage {
  const cacheReadTokens = numberMember(usage, 'cachedInputTokens');
  const cacheWriteTokens = numberMember(anthropic, 'cacheCreationInputTokens');
  const given = numberMember(usage, 'inputTokens');
  const isSplit = anthropic !== undefined || (cacheReadTokens ?? 0) > (given ?? 0);
  return toUsage({
    inputTokens: given !== undefined && isSplit ? sumKnown(given, cacheReadTokens, cacheWriteTokens) : given,
    outputTokens: numberMember(usage, 'outputTokens'),
    ...{ cacheReadTokens, cacheWriteTokens },
    reasoningTokens: numberMember(usage, 'reasoningTokens'),
  });
}

/** Absent when: none is known. */
function sumKnown(...counts: readonly (number | undefined)[]): number | undefined {
  const known = counts.filter((count) => count !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, count) => sum + count, 0);
}
