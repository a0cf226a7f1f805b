import { Model, type ModelStreamEvent } from '@strands-agents/sdk';
import { StrandsPlugin } from '@temporalio/strands-agents';
import type { Story } from './story.ts';

/** Gives its answers in order, each as the stream of events that a real model sends. */
class ScriptedModel extends Model {
  private readonly answers: (readonly ModelStreamEvent[])[];
  constructor(answers: readonly (readonly ModelStreamEvent[])[]) {
    super();
    this.answers = [...answers];
  }
  override updateConfig(): void {}
  override getConfig() {
    return { modelId: 'travel-1' };
  }
  override async *stream(): AsyncIterable<ModelStreamEvent> {
    const answer = this.answers.shift();
    if (answer === undefined) throw new Error('asked once too often');
    yield* answer;
  }
}

const text = (...deltas: readonly string[]): ModelStreamEvent[] => [
  { type: 'modelContentBlockStartEvent' },
  ...deltas.map(
    (delta) => ({ type: 'modelContentBlockDeltaEvent', delta: { type: 'textDelta', text: delta } }) as const,
  ),
  { type: 'modelContentBlockStopEvent' },
];
const reasoning = (delta: string): ModelStreamEvent[] => [
  { type: 'modelContentBlockStartEvent' },
  { type: 'modelContentBlockDeltaEvent', delta: { type: 'reasoningContentDelta', text: delta } },
  { type: 'modelContentBlockStopEvent' },
];
const use = (toolUseId: string, name: string, ...input: readonly string[]): ModelStreamEvent[] => [
  { type: 'modelContentBlockStartEvent', start: { type: 'toolUseStart', name, toolUseId } },
  ...input.map(
    (delta) =>
      ({ type: 'modelContentBlockDeltaEvent', delta: { type: 'toolUseInputDelta', input: delta } }) as const,
  ),
  { type: 'modelContentBlockStopEvent' },
];
/** As Bedrock counts: cached tokens apart from the others. */
const whole = (
  stopReason: 'endTurn' | 'toolUse',
  ...blocks: readonly ModelStreamEvent[][]
): ModelStreamEvent[] => [
  { type: 'modelMessageStartEvent', role: 'assistant' },
  ...blocks.flat(),
  { type: 'modelMessageStopEvent', stopReason },
  {
    type: 'modelMetadataEvent',
    usage: {
      inputTokens: 50,
      outputTokens: 12,
      totalTokens: 92,
      cacheReadInputTokens: 20,
      cacheWriteInputTokens: 10,
    },
    metrics: { latencyMs: 5 },
  },
];

/** Stands for a client of the Model Context Protocol. */
const library = {
  connect: async () => {},
  disconnect: async () => {},
  listTools: async () => [
    {
      name: 'findBook',
      description: 'Finds a book.',
      toolSpec: { inputSchema: { type: 'object', properties: { title: { type: 'string' } } } },
    },
  ],
  callTool: async () => ({ content: [{ type: 'text', text: 'shelf 12' }], isError: false }),
};

const tell = (
  about: Pick<Story, 'name' | 'description' | 'workflowType' | 'args'>,
  answers: readonly (readonly ModelStreamEvent[])[],
): Story => ({
  ...{
    ...about,
    packages: ['@temporalio/strands-agents 1.23.0', '@strands-agents/sdk 1.19.0'],
    workflows: 'strands',
  },
  worker: async () => {
    const model = new ScriptedModel(answers);
    return {
      plugins: [
        new StrandsPlugin({ models: { travel: () => model }, mcpClients: { library: () => library } }),
      ],
    };
  },
});

export const STRANDS_STORIES: readonly Story[] = [
  tell(
    {
      name: 'strands-ts-tools',
      description:
        'Two tools are asked for at once: an activity of another name, and one inside the workflow.',
      ...{ workflowType: 'strandsTools', args: ['What do I need in Oslo?'] },
    },
    [
      whole(
        'toolUse',
        reasoning('Weather and luggage.'),
        use('tooluse_w', 'weather', '{"city":', '"Oslo"}'),
        use('tooluse_l', 'luggage', '{"degrees":21}'),
      ),
      whole('endTurn', text('A hat ', 'will do.')),
    ],
  ),
  tell(
    {
      name: 'strands-ts-mcp',
      description: 'The tool lives on an MCP server.',
      ...{ workflowType: 'strandsMcp', args: ['Where is Moby-Dick?'] },
    },
    [
      whole('toolUse', use('tooluse_b', 'findBook', '{"title":"Moby-Dick"}')),
      whole('endTurn', text('On shelf 12.')),
    ],
  ),
];
