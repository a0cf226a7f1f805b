import { tool } from '@strands-agents/sdk';
import { TemporalAgent, TemporalMCPClient, workflow } from '@temporalio/strands-agents';
import { z } from 'zod';

/** Two tools: an activity of another name, and one inside the workflow. */
export async function strandsTools(question: string): Promise<string> {
  const agent = new TemporalAgent({
    model: 'travel',
    systemPrompt: 'You plan trips.',
    printer: false,
    tools: [
      workflow.activityAsTool('readWeather', {
        name: 'weather',
        description: 'Weather of a city.',
        inputSchema: z.object({ city: z.string() }),
      }),
      tool({
        name: 'luggage',
        description: 'What to pack for a temperature.',
        inputSchema: z.object({ degrees: z.number() }),
        callback: ({ degrees }) => (degrees > 20 ? 'a hat' : 'a coat'),
      }),
    ],
  });
  const result = await agent.invoke(question);
  return result.toString();
}

export async function strandsMcp(question: string): Promise<string> {
  const agent = new TemporalAgent({
    model: 'travel',
    printer: false,
    tools: [new TemporalMCPClient({ server: 'library' })],
  });
  const result = await agent.invoke(question);
  return result.toString();
}
