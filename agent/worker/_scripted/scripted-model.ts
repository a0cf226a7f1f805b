import { type Model, type ModelProvider, type ModelResponse, Usage } from '@openai/agents-core';
import type { Scenes } from './scenario.ts';

/** A model that gives the scenario's answers in order, and fails the call that the scenario did not expect. */
export function createScriptedModelProvider(scenes: Scenes): ModelProvider {
  const model: Model = {
    getResponse: async ({ input }) => {
      const { scenario, recorded } = scenes.current();
      recorded.prompts.push(typeof input === 'string' ? input : JSON.stringify(input));
      const answer = scenario.answers[recorded.answersUsed];
      if (answer === undefined)
        throw new Error(`the model was asked once too often (${recorded.answersUsed + 1})`);
      recorded.answersUsed += 1;
      if (answer instanceof Error) throw answer;
      return toResponse(answer, recorded.answersUsed);
    },
    getStreamedResponse: () => {
      throw new Error('the agent does not stream');
    },
  };
  return { getModel: () => model };
}

/** The scenario's answer that makes the model ask for the tool. */
export interface ScriptedToolCall {
  readonly callTool: string;
  readonly args: unknown;
}

const isToolCall = (answer: unknown): answer is ScriptedToolCall =>
  typeof answer === 'object' && answer !== null && 'callTool' in answer;

function toResponse(answer: unknown, count: number): ModelResponse {
  const usage = new Usage({ requests: 1, inputTokens: 10, outputTokens: 5, totalTokens: 15 });
  return {
    usage,
    output: [isToolCall(answer) ? toToolCall(answer, count) : toMessage(answer)],
    responseId: `r${count}`,
  };
}

const toToolCall = (
  { callTool, args }: ScriptedToolCall,
  count: number,
): ModelResponse['output'][number] => ({
  type: 'function_call',
  callId: `call-${count}`,
  name: callTool,
  arguments: JSON.stringify(args),
  status: 'completed',
});

const toMessage = (answer: unknown): ModelResponse['output'][number] => ({
  type: 'message',
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_text', text: typeof answer === 'string' ? answer : JSON.stringify(answer) }],
});
