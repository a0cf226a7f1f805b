import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningStandIns, runStandIns } from '../running-stand-ins.ts';
import { toOrderExample } from './order-example.ts';

let standIns: RunningStandIns;
beforeAll(async () => {
  standIns = await runStandIns();
});
afterAll(() => standIns.end());

const place = (order: { readonly clOrdId: string }, key = order.clOrdId) =>
  standIns.send('POST', 'broker/orders', order, { 'idempotency-key': key });

test('An order is filled once, and the same key gets the same bytes', async () => {
  const order = toOrderExample({ clOrdId: 'wf/1:t 3', account: 'a1' });
  const first = await place(order);
  const again = await place(order);
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.text).toBe(first.text);
  const found = await standIns.get(`broker/orders/${encodeURIComponent(order.clOrdId)}`);
  expect([found.status, found.text]).toEqual([200, first.text]);
  expect((await standIns.get('broker/accounts/a1/orders')).json).toEqual({ orders: [first.json] });
});

test('Of twenty requests with one key at the same time one fills', async () => {
  const order = toOrderExample({ clOrdId: 'race', account: 'a2' });
  const answers = await Promise.all(Array.from({ length: 20 }, () => place(order)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect((await standIns.get('broker/accounts/a2/orders')).json).toMatchObject({
    orders: [{ cumQty: 40 }],
  });
});

test('The same key with another order is refused with 409 and fills nothing', async () => {
  await place(toOrderExample({ clOrdId: 'twice', account: 'a3' }));
  const other = await place(toOrderExample({ clOrdId: 'twice', account: 'a3', orderQty: 41 }));
  expect([other.status, other.contentType]).toEqual([409, expect.stringContaining('problem+json')]);
  expect((await standIns.get('broker/accounts/a3/orders')).json).toMatchObject({
    orders: [{ orderQty: 40 }],
  });
});

test.each([
  ['no order', 'not JSON'],
  ['a fraction of a share', toOrderExample({ orderQty: 1.5 })],
  ['a negative price', toOrderExample({ priceCents: -1 })],
  ['an unknown field', { ...toOrderExample(), leverage: 10 }],
  ['no body', undefined],
])('%s is refused with 422', async (_, body) => {
  const key = { 'idempotency-key': 'trader-1:trader-1-t3' };
  expect((await standIns.send('POST', 'broker/orders', body, key)).status).toBe(422);
});

test('A key that is missing or another than clOrdId is refused', async () => {
  expect((await standIns.send('POST', 'broker/orders', toOrderExample())).status).toBe(400);
  expect((await place(toOrderExample(), 'other')).status).toBe(422);
});

test('An order that nobody placed is not found', async () => {
  expect((await standIns.get('broker/orders/unknown')).status).toBe(404);
  expect((await standIns.get('broker/accounts/nobody/orders')).json).toEqual({ orders: [] });
});

test('A body above a megabyte is refused', async () => {
  const answer = await standIns.send('POST', 'broker/orders', `"${'x'.repeat(1_100_000)}"`, {
    'idempotency-key': 'x',
  });
  expect(answer.status).toBe(413);
});

test('Nothing of that had to be reported to a person', () => {
  expect(standIns.reports).toEqual([]);
});
