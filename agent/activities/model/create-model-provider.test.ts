import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { type ModelRequest, withTrace } from '@openai/agents-core';
import { afterEach, expect, it } from 'vitest';
import { createModelProvider } from './create-model-provider.ts';

let server: Server | undefined;
afterEach(() => server?.close());

const REQUEST: ModelRequest = {
  input: 'tick: 1',
  modelSettings: {},
  tools: [],
  outputType: 'text',
  handoffs: [],
  tracing: false,
};

/** An endpoint that answers every request with one status, and counts them. */
async function answerWith(status: number, seen: string[]): Promise<string> {
  server = createServer((request, response) => {
    seen.push(`${request.url} ${request.headers.authorization}`);
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}/v1`;
}

async function askOnce(baseUrl: string, apiKey?: string): Promise<unknown> {
  const model = await createModelProvider({ baseUrl, apiKey }).getModel('any');
  // The plugin opens a trace around every model call.
  return withTrace('test', () => model.getResponse(REQUEST)).catch((error: unknown) => error);
}

it.each([400, 429, 500])(
  'gives HTTP %i as an error of the class that the plugin knows, after one attempt',
  async (status) => {
    const { APIError }: typeof import('openai') = createRequire(
      import.meta.resolve('@temporalio/openai-agents'),
    )('openai');
    const seen: string[] = [];
    const error = await askOnce(await answerWith(status, seen));
    expect(error).toBeInstanceOf(APIError);
    expect(error).toMatchObject({ status });
    expect(seen).toHaveLength(1);
  },
);

it('sends the given key, and a dummy to this machine', async () => {
  const seen: string[] = [];
  const baseUrl = await answerWith(400, seen);
  await askOnce(baseUrl, 'sk-given');
  await askOnce(baseUrl);
  expect(seen).toEqual(['/v1/responses Bearer sk-given', '/v1/responses Bearer local-endpoint-needs-no-key']);
});

it.each([undefined, 'https://api.example.com/v1', 'http://127.0.0.1.example.com/v1'])(
  'wants a key for %s',
  (baseUrl) => {
    expect(() => createModelProvider({ baseUrl })).toThrow('OPENAI_API_KEY is not set');
  },
);
