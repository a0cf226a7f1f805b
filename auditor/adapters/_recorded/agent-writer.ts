import { HistoryWriter, toPayloads } from '../../decision-tree/_recorded/history-writer.ts';
import type { Json } from '../../model/history-event.ts';

/** What a model answers: a text, or tools that it asks for. */
type AnswerPlan = { readonly text?: string; readonly tools?: readonly string[] };

/** Writes the history of an agent that uses `@temporalio/openai-agents`. */
export class AgentWriter extends HistoryWriter {
  /** A call with its answer, and the workflow task that looks at it: six events. */
  call(plan: AnswerPlan, input: Json = 'Hello'): number {
    const call = this.beginCall(input);
    this.endCall(call, plan);
    this.workflowTask();
    return call;
  }

  beginCall(input: Json = 'Hello'): number {
    return this.schedule('invokeModelActivity', { modelName: 'gpt-5-mini', request: { input, tools: [] } });
  }

  endCall(call: number, { text, tools = [] }: AnswerPlan): void {
    const calls = tools.map((name) => ({
      ...{ type: 'function_call', name, callId: `${call}-${name}`, arguments: '{}' },
    }));
    const message = {
      type: 'message',
      role: 'assistant',
      content: [{ type: 'output_text', text: text ?? '' }],
    };
    this.finish(call, { result: { output: text === undefined ? calls : [message, ...calls] } });
  }

  /** What the server writes after the workflow task that an update woke. */
  update(name: string, argument: Json): number {
    const acceptedRequest = { input: { name, args: toPayloads(argument) } };
    return this.add('WORKFLOW_EXECUTION_UPDATE_ACCEPTED', { acceptedRequest }).eventId;
  }
}
