import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { toOrderExample } from './broker/order-example.ts';
import { toPromptExample } from './model/prompt-example.ts';
import { type RunningStandIns, runStandIns } from './running-stand-ins.ts';

let standIns: RunningStandIns;
beforeAll(async () => {
  standIns = await runStandIns();
});
afterAll(() => standIns.end());
afterEach(() => standIns.send('DELETE', 'control/faults'));

const PARTIES = ['market', 'news', 'broker', 'model'] as const;
type Party = (typeof PARTIES)[number];

let orderCount = 0;
const ask = (party: Party) => {
  switch (party) {
    case 'market':
      return standIns.get('market/quotes/NVDA?tick=1');
    case 'news':
      return standIns.get('news/headlines/NVDA?tick=1');
    case 'broker': {
      orderCount += 1;
      const order = toOrderExample({ clOrdId: `fault-${orderCount}` });
      return standIns.send('POST', 'broker/orders', order, { 'idempotency-key': order.clOrdId });
    }
    case 'model':
      return standIns.send('POST', 'v1/responses', { model: 'm', input: toPromptExample() });
    default:
      return party satisfies never;
  }
};

const arm = (fault: Record<string, unknown>) => standIns.send('POST', 'control/faults', fault);

test.each(PARTIES)(
  '%s fails with a status as often as it was told to, and then works again',
  async (party) => {
    expect((await arm({ party, kind: 'status', status: 429, count: 2 })).status).toBe(201);
    expect([(await ask(party)).status, (await ask(party)).status]).toEqual([429, 429]);
    expect((await ask(party)).status).toBeLessThan(300);
  },
);

test.each(PARTIES)('%s cuts the connection', async (party) => {
  await arm({ party, kind: 'drop', count: 1 });
  await expect(ask(party)).rejects.toThrow();
  expect((await ask(party)).status).toBeLessThan(300);
});

test.each(PARTIES)('%s is slow, and then answers', async (party) => {
  await arm({ party, kind: 'slow', delayMs: 300, count: 1 });
  const startedAt = performance.now();
  expect((await ask(party)).status).toBeLessThan(300);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(290);
});

test.each(['market', 'news', 'broker'] as const)('%s answers with broken JSON', async (party) => {
  await arm({ party, kind: 'malformed', count: 1 });
  const broken = await ask(party);
  expect([broken.status < 300, broken.json]).toEqual([true, undefined]);
  expect((await ask(party)).json).toBeDefined();
});

test('The model answers with a response whose text is no trade intent', async () => {
  await arm({ party: 'model', kind: 'malformed', count: 1 });
  const { json } = await ask('model');
  expect(json).toMatchObject({ object: 'response', output: [{ content: [{ text: '{"ticker":"' }] }] });
  expect((await ask('model')).text).toContain('HOLD');
});

test('An order whose reply was cut off was executed: the same key finds its fill', async () => {
  await arm({ party: 'broker', kind: 'drop', count: 1 });
  const order = toOrderExample({ clOrdId: 'cut-off' });
  const place = () => standIns.send('POST', 'broker/orders', order, { 'idempotency-key': order.clOrdId });
  await expect(place()).rejects.toThrow();
  expect(await place()).toMatchObject({ status: 200, json: { clOrdId: 'cut-off', ordStatus: 'FILLED' } });
});

test('An order that failed with a status was not executed', async () => {
  await arm({ party: 'broker', kind: 'status', count: 1 });
  const order = toOrderExample({ clOrdId: 'refused' });
  const place = () => standIns.send('POST', 'broker/orders', order, { 'idempotency-key': order.clOrdId });
  expect((await place()).status).toBe(503);
  expect((await place()).status).toBe(201);
});

test('Faults are listed and forgotten on demand', async () => {
  const fault = { party: 'news', kind: 'drop', count: 3 };
  await arm(fault);
  expect((await standIns.get('control/faults')).json).toEqual({ faults: [fault] });
  expect((await standIns.send('DELETE', 'control/faults')).json).toEqual({ faults: [] });
  expect((await ask('news')).status).toBe(200);
});

test('What is no fault is refused', async () => {
  expect((await arm({ party: 'news', kind: 'drop' })).status).toBe(422);
  expect((await standIns.send('POST', 'control/faults', 'nothing')).status).toBe(422);
  expect((await standIns.get('control/faults')).json).toEqual({ faults: [] });
});

test('A client cannot spoil an answer by a header', async () => {
  const body = { model: 'm', input: toPromptExample() };
  const answer = await standIns.send('POST', 'v1/responses', body, { 'x-stand-in-spoil': 'yes' });
  expect(answer.text).toContain('HOLD');
});
