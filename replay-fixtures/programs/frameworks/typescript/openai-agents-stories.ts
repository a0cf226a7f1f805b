import type { MCPServer } from '@openai/agents-core';
import { OpenAIProvider } from '@openai/agents-openai';
import { OpenAIAgentsPlugin, StatelessMCPServerProvider } from '@temporalio/openai-agents';
import * as nexus from 'nexus-rpc';
import OpenAI from 'openai';
import { call, reason, type ScriptedResponse, say, startOpenAiStandIn } from './openai-stand-in.ts';
import type { Story } from './story.ts';

const tickets = nexus.service('tickets', { open: nexus.operation<{ title: string }, { id: string }>() });
const ticketHandler = nexus.serviceHandler(tickets, { open: async () => ({ id: 'T-7' }) });

/** Stands for a server of the Model Context Protocol, inside the worker. */
const library = (): MCPServer => ({
  cacheToolsList: true,
  name: 'library',
  connect: async () => {},
  close: async () => {},
  invalidateToolsCache: async () => {},
  listTools: async () => [
    {
      name: 'findBook',
      description: 'Finds a book.',
      inputSchema: {
        type: 'object',
        properties: { title: { type: 'string' } },
        required: ['title'],
        additionalProperties: false,
      },
    },
  ],
  callTool: async () => [{ type: 'text', text: 'shelf 12' }],
});

const tell = (
  about: Pick<Story, 'name' | 'description' | 'workflowType' | 'args'>,
  responses: readonly ScriptedResponse[],
): Story => ({
  ...about,
  packages: [
    '@temporalio/openai-agents 1.23.0',
    '@openai/agents-core 0.11.8',
    '@openai/agents-openai 0.11.8',
  ],
  workflows: 'openai-agents',
  worker: async () => {
    const standIn = await startOpenAiStandIn(responses);
    const openAIClient = new OpenAI({ baseURL: standIn.url, apiKey: 'stand-in', maxRetries: 0 });
    const modelProvider = new OpenAIProvider({ openAIClient, useResponses: true });
    const mcpServerProviders = [new StatelessMCPServerProvider('library', library)];
    return {
      plugins: [new OpenAIAgentsPlugin({ modelProvider, mcpServerProviders })],
      ...(about.workflowType === 'nexusAgent' ? { nexusServices: [ticketHandler] } : {}),
      close: standIn.close,
    };
  },
});

export const OPENAI_AGENTS_STORIES: readonly Story[] = [
  tell(
    {
      name: 'openai-agents-ts-streaming',
      description: 'Two streamed calls with reasoning; the tool between them is an activity.',
      ...{ workflowType: 'streamingAgent', args: ['How is the weather in Oslo?'] },
    },
    [
      { output: [reason('I need the weather first.'), call('call_w', 'getWeather', { city: 'Oslo' })] },
      { output: [say('It is clear in Oslo, 21 degrees.')] },
    ],
  ),
  tell(
    {
      name: 'openai-agents-ts-handoff',
      description:
        'Triage hands over to Billing, which uses a tool inside the workflow: neither leaves an event.',
      ...{ workflowType: 'handoffAgent', args: ['I am Ada. What do I owe?'] },
    },
    [
      { output: [call('call_h', 'transfer_to_Billing', {})] },
      { output: [call('call_a', 'lookUpAccount', { customer: 'Ada' })] },
      { output: [say('You have two open invoices.')] },
    ],
  ),
  tell(
    {
      name: 'openai-agents-ts-agent-as-tool',
      description:
        'Planner asks Forecaster, an agent as its tool, which asks for the weather by an activity.',
      ...{ workflowType: 'agentAsToolAgent', args: ['Shall I go to Oslo or to Rome?'] },
    },
    [
      {
        output: [
          call('call_o', 'askForecaster', { input: 'Weather in Oslo?' }),
          call('call_r', 'askForecaster', { input: 'Weather in Rome?' }),
        ],
      },
      { when: 'call_w', output: [say('Oslo is clear, 21 degrees.')] },
      { when: '"call_r"', output: [say('Go to Oslo.')] },
      { when: 'Weather in Oslo?', output: [call('call_w', 'getWeather', { city: 'Oslo' })] },
      { when: 'Weather in Rome?', output: [say('Rome is sunny.')] },
    ],
  ),
  tell(
    {
      name: 'openai-agents-ts-mcp',
      description: 'The tool lives on an MCP server: one activity lists its tools, one calls it.',
      ...{ workflowType: 'mcpAgent', args: ['Where is Moby-Dick?'] },
    },
    [{ output: [call('call_b', 'findBook', { title: 'Moby-Dick' })] }, { output: [say('On shelf 12.')] }],
  ),
  tell(
    {
      name: 'openai-agents-ts-local-activity',
      description: 'The model is called by local activities: what it was shown is not recorded.',
      ...{ workflowType: 'localActivityAgent', args: ['How is the weather in Oslo?'] },
    },
    [
      { output: [call('call_w', 'getWeather', { city: 'Oslo' })] },
      { output: [say('It is clear in Oslo, 21 degrees.')] },
    ],
  ),
  tell(
    {
      name: 'openai-agents-ts-nexus',
      description: 'The tool is a Nexus operation, whose name is not that of the tool.',
      ...{ workflowType: 'nexusAgent', args: ['tickets'] },
    },
    [
      { output: [call('call_t', 'openTicket', { title: 'Broken screen' })] },
      { output: [say('Ticket T-7 is open.')] },
    ],
  ),
];
