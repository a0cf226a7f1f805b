import { createHash } from 'node:crypto';
import type { ResponsesRequest } from './responses-request.ts';

/** What the model puts out: its answer, or the wish to call a function. */
export type Output =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: string };

interface ReplyInput {
  readonly request: ResponsesRequest;
  /** The request as it came in: ids and input tokens follow from it. */
  readonly requestText: string;
  readonly output: Output;
  /** Units: seconds since 1970. */
  readonly createdAt: number;
}

/** A complete Responses API object. Ids follow from the request, so that the same question gets the same answer. */
export function toResponse({ request, requestText, output, createdAt }: ReplyInput) {
  const id = createHash('sha256').update(requestText).digest('hex').slice(0, 32);
  const outputText = output.kind === 'text' ? output.text : output.arguments;
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: createdAt,
    status: 'completed',
    model: request.model,
    error: null,
    incomplete_details: null,
    instructions: request.instructions ?? null,
    metadata: {},
    output: [output.kind === 'text' ? toMessage(id, output.text) : toFunctionCall(id, output)],
    parallel_tool_calls: false,
    temperature: null,
    tool_choice: request.tool_choice ?? 'auto',
    tools: request.tools ?? [],
    top_p: null,
    usage: toUsage(requestText, outputText),
  };
}

const toMessage = (id: string, text: string) => ({
  id: `msg_${id}`,
  type: 'message',
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_text', text, annotations: [] }],
});

const toFunctionCall = (id: string, call: { readonly name: string; readonly arguments: string }) => ({
  id: `fc_${id}`,
  type: 'function_call',
  call_id: `call_${id}`,
  name: call.name,
  arguments: call.arguments,
  status: 'completed',
});

/** Characters per token, the usual rule of thumb for English: an estimate, for the stand-in has no tokenizer. */
const CHARACTERS_PER_TOKEN = 4;

function toUsage(inputText: string, outputText: string) {
  const input = Math.ceil(inputText.length / CHARACTERS_PER_TOKEN);
  const output = Math.ceil(outputText.length / CHARACTERS_PER_TOKEN);
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: output,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input + output,
  };
}
