import { expect, test } from 'vitest';
import { toAiSdkUsage } from './ai-sdk-usage.ts';

test('nested counts of V3 and V4; a total that is missing is what its parts add up to', () => {
  const output = { total: 20, text: 8, reasoning: 12 };
  expect(
    toAiSdkUsage({
      usage: { inputTokens: { total: 10, cacheRead: 4, cacheWrite: 1 }, outputTokens: output },
    }),
  ).toEqual({
    ...{ inputTokens: 10, outputTokens: 20, cacheReadTokens: 4, cacheWriteTokens: 1, reasoningTokens: 12 },
  });
  expect(toAiSdkUsage({ usage: { inputTokens: { noCache: 3, cacheRead: 4 } } })).toEqual({
    ...{ inputTokens: 7, cacheReadTokens: 4 },
  });
});

test('flat counts of V2; Anthropic’s leave out what its cache served', () => {
  const usage = { inputTokens: 10, outputTokens: 2, cachedInputTokens: 4 };
  expect(toAiSdkUsage({ usage })).toMatchObject({ inputTokens: 10, cacheReadTokens: 4 });
  const anthropic = { cacheCreationInputTokens: 3 };
  expect(toAiSdkUsage({ usage, providerMetadata: { anthropic } })).toMatchObject({
    inputTokens: 17,
    cacheWriteTokens: 3,
  });
});

test('unknown is absent, never 0', () => {
  expect(toAiSdkUsage({})).toEqual({});
  expect(toAiSdkUsage({ usage: { inputTokens: 'many' } })).toEqual({});
});
