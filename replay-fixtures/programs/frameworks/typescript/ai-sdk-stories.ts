import type {
  LanguageModelV4GenerateResult,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { AiSdkPlugin } from '@temporalio/ai-sdk';
import {
  convertArrayToReadableStream,
  MockEmbeddingModelV4,
  MockLanguageModelV4,
  MockProviderV4,
} from 'ai/test';
import { z } from 'zod';
import type { Story } from './story.ts';

const PACKAGES = ['@temporalio/ai-sdk 1.23.0', 'ai 7.0.173', '@ai-sdk/provider 4.0.38'];

const usage = (total: number, cacheRead: number): LanguageModelV4Usage => ({
  inputTokens: { total, noCache: total - cacheRead - 5, cacheRead, cacheWrite: 5 },
  outputTokens: { total: 30, text: 20, reasoning: 10 },
});
const answer = (
  count: number,
  content: LanguageModelV4GenerateResult['content'],
  unified: 'stop' | 'tool-calls',
): LanguageModelV4GenerateResult => ({
  content,
  finishReason: { unified, raw: unified === 'stop' ? 'end_turn' : 'tool_use' },
  usage: usage(100 * count, 10 * (count - 1)),
  warnings: [],
  response: { id: `msg_${count}`, modelId: 'travel-1-2026-08', timestamp: new Date('2026-08-01T00:00:00Z') },
  providerMetadata: { anthropic: { stopSequence: null } },
});
const ask = (toolCallId: string, toolName: string, input: object) =>
  ({ type: 'tool-call', toolCallId, toolName, input: JSON.stringify(input) }) as const;

const tell = (
  about: Pick<Story, 'name' | 'description' | 'workflowType' | 'args'>,
  model: MockLanguageModelV4,
): Story => ({
  ...{ ...about, packages: PACKAGES, workflows: 'ai-sdk' },
  worker: async () => ({
    plugins: [
      new AiSdkPlugin({
        modelProvider: new MockProviderV4({
          languageModels: { 'travel-1': model },
          embeddingModels: { 'vectors-1': vectors },
        }),
        mcpClientFactories: { library: async () => library },
      }),
    ],
  }),
});

const vectors = new MockEmbeddingModelV4({
  modelId: 'vectors-1',
  maxEmbeddingsPerCall: null,
  doEmbed: async ({ values }) => ({
    embeddings: values.map((value) => [value.length / 10, 0.5, 0.25]),
    usage: { tokens: 7 },
    warnings: [],
  }),
});

/** Stands for a client of the Model Context Protocol. */
const library = {
  tools: async () => ({
    findBook: {
      description: 'Finds a book.',
      inputSchema: z.object({ title: z.string() }),
      execute: async () => ({ content: [{ type: 'text', text: 'shelf 12' }], isError: false }),
    },
  }),
  close: async () => {},
};

const STREAM: LanguageModelV4StreamPart[] = [
  { type: 'stream-start', warnings: [] },
  { type: 'response-metadata', id: 'msg_1', modelId: 'travel-1-2026-08' },
  { type: 'reasoning-start', id: '0' },
  { type: 'reasoning-delta', id: '0', delta: 'Short is best.' },
  { type: 'reasoning-end', id: '0' },
  { type: 'text-start', id: '1' },
  { type: 'text-delta', id: '1', delta: 'Go ' },
  { type: 'text-delta', id: '1', delta: 'to Oslo.' },
  { type: 'text-end', id: '1' },
  { type: 'finish', finishReason: { unified: 'stop', raw: 'end_turn' }, usage: usage(40, 0) },
];

export const AI_SDK_STORIES: readonly Story[] = [
  tell(
    {
      name: 'ai-sdk-two-tools',
      description: 'Two tools are asked for at once: one is an activity, one runs inside the workflow.',
      ...{ workflowType: 'twoTools', args: ['What do I need in Oslo?'] },
    },
    new MockLanguageModelV4({
      doGenerate: [
        answer(
          1,
          [
            { type: 'reasoning', text: 'Weather and luggage.' },
            { type: 'text', text: 'Let me look.' },
            ask('toolu_w', 'getWeather', { city: 'Oslo' }),
            ask('toolu_l', 'luggage', { degrees: 21 }),
          ],
          'tool-calls',
        ),
        answer(2, [{ type: 'text', text: 'A hat will do.' }], 'stop'),
      ],
    }),
  ),
  tell(
    {
      name: 'ai-sdk-streaming',
      description: 'One streamed call with reasoning.',
      ...{ workflowType: 'streaming', args: ['Oslo or Rome?'] },
    },
    new MockLanguageModelV4({ doStream: async () => ({ stream: convertArrayToReadableStream(STREAM) }) }),
  ),
  tell(
    {
      name: 'ai-sdk-embedding',
      description: 'Two texts are embedded.',
      ...{ workflowType: 'embedding', args: [['Oslo', 'Rome in spring']] },
    },
    new MockLanguageModelV4(),
  ),
  tell(
    {
      name: 'ai-sdk-mcp',
      description: 'The tool lives on an MCP server; its activity is handed the call id of the model.',
      ...{ workflowType: 'mcpTool', args: ['Where is Moby-Dick?'] },
    },
    new MockLanguageModelV4({
      doGenerate: [
        answer(1, [ask('toolu_b', 'findBook', { title: 'Moby-Dick' })], 'tool-calls'),
        answer(2, [{ type: 'text', text: 'On shelf 12.' }], 'stop'),
      ],
    }),
  ),
];
