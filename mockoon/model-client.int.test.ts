import OpenAI from 'openai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toPromptExample } from './model/prompt-example.ts';
import { type RunningStandIns, runStandIns } from './running-stand-ins.ts';

let standIns: RunningStandIns;
let client: OpenAI;
beforeAll(async () => {
  standIns = await runStandIns();
  client = new OpenAI({ baseURL: `${standIns.url}/v1`, apiKey: 'none', maxRetries: 0 });
});
afterAll(() => standIns.end());

const TOOL = {
  type: 'function' as const,
  name: 'getPriceHistory',
  strict: true,
  parameters: { type: 'object', properties: {}, required: [], additionalProperties: false },
};
const HISTORY = JSON.stringify({
  symbol: 'NVDA',
  priceCents: [12_000, 12_810],
  highCents: 12_810,
  lowCents: 12_000,
});

test("OpenAI's own client gets a decision and its usage", async () => {
  const response = await client.responses.create({
    model: 'gpt-5-mini',
    instructions: 'trade-prompt/1',
    input: [
      { role: 'user', content: [{ type: 'input_text', text: toPromptExample({ sentiment: '-0.4' }) }] },
    ],
    tools: [TOOL],
  });
  expect(JSON.parse(response.output_text)).toMatchObject({ ticker: 'NVDA', action: 'SELL', quantity: 40 });
  expect(response).toMatchObject({
    object: 'response',
    status: 'completed',
    model: 'gpt-5-mini',
    error: null,
  });
  const { input_tokens: input, output_tokens: output, total_tokens: total } = response.usage ?? {};
  expect(input).toBeGreaterThan(100);
  expect(total).toBe((input ?? 0) + (output ?? 0));
});

test('In doubt it asks for the tool first, and then names what the tool returned', async () => {
  const user = {
    role: 'user' as const,
    content: toPromptExample({ macd_histogram: '0.0100', sentiment: '0.3' }),
  };
  const first = await client.responses.create({ model: 'm', input: [user], tools: [TOOL] });
  const call = first.output.find((item) => item.type === 'function_call');
  expect(call).toMatchObject({
    name: 'getPriceHistory',
    arguments: '{"symbol":"NVDA","tick":14,"lookback":20}',
  });
  const { call_id: callId = '', name = '', arguments: args = '' } = call ?? {};
  const second = await client.responses.create({
    model: 'm',
    input: [
      user,
      { type: 'function_call', call_id: callId, name, arguments: args },
      { type: 'function_call_output', call_id: callId, output: HISTORY },
    ],
    tools: [TOOL],
  });
  expect(JSON.parse(second.output_text)).toMatchObject({
    action: 'BUY',
    rationale: expect.stringContaining('getPriceHistory: 6.8 % over 1 ticks'),
  });
});

test('Without the tool it decides at once', async () => {
  const input = toPromptExample({ macd_histogram: '0.0100' });
  for (const offer of [{}, { tools: [TOOL], tool_choice: 'none' as const }]) {
    const response = await client.responses.create({ model: 'm', input, ...offer });
    expect(JSON.parse(response.output_text)).toMatchObject({ action: 'HOLD' });
  }
});

test('The same request gets the same answer, but for the clock', async () => {
  const ask = async () => {
    const { created_at: _, ...rest } = await client.responses.create({
      model: 'm',
      input: toPromptExample(),
    });
    return rest;
  };
  expect(await ask()).toEqual(await ask());
});

test('Models are listed', async () => {
  const models = await client.models.list();
  expect(models.data.map((model) => model.id)).toContain('gpt-5-mini');
});

test('What cannot be answered is refused in the form of the API', async () => {
  const refusals = [
    client.responses.create({ model: 'm', input: 'Hello' }),
    client.responses.create({ model: 'm', input: toPromptExample(), stream: true }),
  ];
  for (const refusal of refusals) await expect(refusal).rejects.toBeInstanceOf(OpenAI.BadRequestError);
});

test('A fault of the model reaches the client as its own kind of error', async () => {
  await standIns.send('POST', 'control/faults', { party: 'model', kind: 'status', status: 429, count: 1 });
  const refusal = client.responses.create({ model: 'm', input: toPromptExample() });
  await expect(refusal).rejects.toBeInstanceOf(OpenAI.RateLimitError);
});
