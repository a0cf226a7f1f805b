import { TemporalMCPClient, TemporalProvider, temporalProvider } from '@temporalio/ai-sdk/workflow';
import { proxyActivities } from '@temporalio/workflow';
import { WorkflowStream } from '@temporalio/workflow-streams/workflow';
import { embedMany, generateText, stepCountIs, streamText, tool } from 'ai';
import { z } from 'zod';
import type { Activities } from '../activities.ts';

const { getWeather } = proxyActivities<Activities>({ startToCloseTimeout: '1 minute' });

const weather = tool({
  description: 'Weather of a city.',
  inputSchema: z.object({ city: z.string() }),
  execute: (input) => getWeather(input),
});
const luggage = tool({
  description: 'What to pack for a temperature.',
  inputSchema: z.object({ degrees: z.number() }),
  execute: async ({ degrees }) => (degrees > 20 ? 'a hat' : 'a coat'),
});

/** Two tools asked for at once: one is an activity, one runs inside the workflow. */
export async function twoTools(question: string): Promise<string> {
  const { text } = await generateText({
    model: temporalProvider.languageModel('travel-1'),
    system: 'You plan trips.',
    prompt: question,
    tools: { getWeather: weather, luggage },
    temperature: 0.2,
    stopWhen: stepCountIs(4),
  });
  return text;
}

export async function streaming(question: string): Promise<string> {
  new WorkflowStream();
  const provider = new TemporalProvider({
    languageModel: { streamingTopic: 'answer', streamingBatchInterval: '1 second' },
  });
  const result = streamText({ model: provider.languageModel('travel-1'), prompt: question });
  return await result.text;
}

export async function embedding(values: string[]): Promise<number> {
  const { embeddings } = await embedMany({ model: temporalProvider.embeddingModel('vectors-1'), values });
  return embeddings.length;
}

/** The tool lives on an MCP server; the AI SDK hands the model's call id on. */
export async function mcpTool(question: string): Promise<string> {
  const client = new TemporalMCPClient({ name: 'library' });
  const { text } = await generateText({
    model: temporalProvider.languageModel('travel-1'),
    prompt: question,
    tools: await client.tools(),
    stopWhen: stepCountIs(4),
  });
  return text;
}
