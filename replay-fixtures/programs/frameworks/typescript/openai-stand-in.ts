import { createServer } from 'node:http';

/** One answer of the model: items of a response's `output`, without what every response has. */
export type ScriptedResponse = {
  readonly output: readonly object[];
  readonly usage?: object;
  /** Only for a request that says this: agents that run at once ask in any order. Absent when: for the next request. */
  readonly when?: string;
};

/** Plays the OpenAI Responses API on 127.0.0.1 and gives each scripted response once, in order, at once or as a stream of events. */
export async function startOpenAiStandIn(responses: readonly ScriptedResponse[]) {
  const left = [...responses];
  let asked = 0;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const body = JSON.parse(text);
    const at = left.findIndex(({ when }) => when === undefined || text.includes(when));
    const [scripted] = at === -1 ? [] : left.splice(at, 1);
    asked += 1;
    if (scripted === undefined) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end('{"error":{"message":"asked once too often"}}');
      return;
    }
    const whole = toResponse(scripted, asked, body.model);
    if (body.stream !== true) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(whole));
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const [index, event] of toStream(whole).entries()) {
      const data = JSON.stringify({ ...event, sequence_number: index });
      response.write(`event: ${event.type}\ndata: ${data}\n\n`);
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/v1`, close: () => server.close() };
}

function toResponse(
  { output, usage }: Pick<ScriptedResponse, 'output' | 'usage'>,
  count: number,
  model: string,
) {
  return {
    id: `resp_${count}`,
    object: 'response',
    created_at: 1790000000,
    status: 'completed',
    error: null,
    incomplete_details: null,
    model: `${model}-2026-08-01`,
    output: output.map((item, index) => ({ id: `item_${count}_${index}`, status: 'completed', ...item })),
    parallel_tool_calls: true,
    tools: [],
    usage: {
      input_tokens: 100 * count,
      input_tokens_details: { cached_tokens: 10 * (count - 1) },
      output_tokens: 20,
      output_tokens_details: { reasoning_tokens: 4 },
      total_tokens: 100 * count + 20,
      ...usage,
    },
  };
}

type Whole = ReturnType<typeof toResponse>;

function toStream(whole: Whole): readonly { readonly type: string }[] {
  const started = { ...whole, status: 'in_progress', output: [] };
  return [
    { type: 'response.created', ...{ response: started } },
    ...whole.output.flatMap((item, index) => toItemEvents(item, index)),
    { type: 'response.completed', ...{ response: whole } },
  ];
}

function toItemEvents(item: object, index: number): readonly { readonly type: string }[] {
  const text = 'content' in item && Array.isArray(item.content) ? item.content[0]?.text : undefined;
  const deltas = typeof text === 'string' ? (text.match(/\S+\s*/g) ?? []) : [];
  const at = { output_index: index, item_id: 'id' in item ? item.id : '' };
  return [
    { type: 'response.output_item.added', ...at, ...{ item } },
    ...deltas.map((delta) => ({ type: 'response.output_text.delta', ...at, ...{ content_index: 0, delta } })),
    { type: 'response.output_item.done', ...at, ...{ item } },
  ];
}

export const say = (text: string) => ({
  ...{ type: 'message', role: 'assistant' },
  content: [{ type: 'output_text', text, annotations: [] }],
});
export const call = (callId: string, name: string, args: object) => ({
  ...{ type: 'function_call', call_id: callId, name },
  arguments: JSON.stringify(args),
});
export const reason = (text: string) => ({ type: 'reasoning', summary: [{ type: 'summary_text', text }] });
