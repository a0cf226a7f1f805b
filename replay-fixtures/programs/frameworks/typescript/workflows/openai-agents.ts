import { Agent, tool } from '@openai/agents-core';
import {
  activityAsTool,
  agentAsTool,
  nexusOperationAsTool,
  statelessMcpServer,
  TemporalOpenAIRunner,
} from '@temporalio/openai-agents/workflow';
import { WorkflowStream } from '@temporalio/workflow-streams/workflow';
import * as nexus from 'nexus-rpc';

export const tickets = nexus.service('tickets', {
  open: nexus.operation<{ title: string }, { id: string }>(),
});

const weather = () =>
  activityAsTool({
    name: 'getWeather',
    description: 'Weather of a city.',
    parameters: {
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
      additionalProperties: false,
    },
  });

const clock = () =>
  tool({
    name: 'lookUpAccount',
    description: 'Finds the account of a customer.',
    parameters: {
      type: 'object',
      properties: { customer: { type: 'string' } },
      required: ['customer'],
      additionalProperties: false,
    },
    strict: true,
    execute: async () => 'account 42, two open invoices',
  });

/** Streams its answers; the tool is an activity. */
export async function streamingAgent(question: string): Promise<string> {
  new WorkflowStream();
  const agent = new Agent({
    name: 'Forecaster',
    instructions: 'Answer in one sentence.',
    model: 'gpt-5-mini',
    tools: [weather()],
  });
  const runner = new TemporalOpenAIRunner({
    defaultModelParams: { streamingTopic: 'answer', streamingBatchInterval: '1 second' },
  });
  const result = await runner.run(agent, question, { stream: true });
  for await (const _event of result);
  return String(result.finalOutput);
}

/** One agent hands over to another, which uses a tool inside the workflow. */
export async function handoffAgent(question: string): Promise<string> {
  const billing = new Agent({
    name: 'Billing',
    handoffDescription: 'Knows invoices.',
    instructions: 'You answer questions about invoices.',
    model: 'gpt-5-mini',
    tools: [clock()],
  });
  const triage = new Agent({
    name: 'Triage',
    instructions: 'Send the customer to the right desk.',
    model: 'gpt-5-nano',
    handoffs: [billing],
  });
  const result = await new TemporalOpenAIRunner().run(triage, question);
  return String(result.finalOutput);
}

/** One agent is a tool of another; both have tools. */
export async function agentAsToolAgent(question: string): Promise<string> {
  const forecaster = new Agent({
    name: 'Forecaster',
    instructions: 'You know the weather.',
    model: 'gpt-5-nano',
    tools: [weather()],
  });
  const planner = new Agent({
    name: 'Planner',
    instructions: 'You plan trips.',
    model: 'gpt-5-mini',
    tools: [
      agentAsTool(forecaster, { toolName: 'askForecaster', toolDescription: 'Asks about the weather.' }),
    ],
  });
  const result = await new TemporalOpenAIRunner().run(planner, question);
  return String(result.finalOutput);
}

/** The tool lives on an MCP server. */
export async function mcpAgent(question: string): Promise<string> {
  const agent = new Agent({
    name: 'Librarian',
    instructions: 'Use the library.',
    model: 'gpt-5-mini',
    mcpServers: [statelessMcpServer('library')],
  });
  const result = await new TemporalOpenAIRunner().run(agent, question);
  return String(result.finalOutput);
}

/** The model is called by local activities. */
export async function localActivityAgent(question: string): Promise<string> {
  const agent = new Agent({
    name: 'Forecaster',
    instructions: 'Answer in one sentence.',
    model: 'gpt-5-mini',
    tools: [weather()],
  });
  const runner = new TemporalOpenAIRunner({ defaultModelParams: { useLocalActivity: true } });
  const result = await runner.run(agent, question);
  return String(result.finalOutput);
}

/** The tool is a Nexus operation of another name. */
export async function nexusAgent(endpoint: string): Promise<string> {
  const open = nexusOperationAsTool(
    tickets.operations.open,
    {
      name: 'openTicket',
      description: 'Opens a ticket.',
      parameters: {
        type: 'object',
        properties: { title: { type: 'string' } },
        required: ['title'],
        additionalProperties: false,
      },
    },
    { service: tickets, endpoint },
  );
  const agent = new Agent({
    name: 'Support',
    instructions: 'Open a ticket.',
    model: 'gpt-5-mini',
    tools: [open],
  });
  const result = await new TemporalOpenAIRunner().run(agent, 'My screen is broken.');
  return String(result.finalOutput);
}
