import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { toOrderExample } from './broker/order-example.ts';
import { type RunningStandIns, runStandIns } from './running-stand-ins.ts';

let standIns: RunningStandIns;
beforeAll(async () => {
  standIns = await runStandIns();
});
afterAll(() => standIns.end());

const quoteSchema = z.strictObject({
  symbol: z.literal('NVDA'),
  tick: z.int(),
  priceCents: z.int().positive(),
  asOf: z.iso.datetime(),
  source: z.literal('mock'),
  closeCents: z.array(z.int().positive()).length(60),
});

const barsSchema = z.strictObject({
  symbol: z.literal('NVDA'),
  source: z.literal('mock'),
  bars: z.array(z.strictObject({ date: z.iso.date(), closeCents: z.int().positive() })),
});

const newsSchema = z.strictObject({
  symbol: z.literal('NVDA'),
  tick: z.int(),
  asOf: z.iso.datetime(),
  source: z.literal('mock'),
  sentimentScore: z.number().min(-1).max(1),
  headlines: z
    .array(z.strictObject({ text: z.string(), source: z.string(), publishedAt: z.iso.datetime() }))
    .min(1),
});

describe('market', () => {
  test('A quote ends with its own price and goes on where the bars ended', async () => {
    const bars = barsSchema.parse((await standIns.get('market/bars/NVDA?range=6mo')).json).bars;
    const quote = quoteSchema.parse((await standIns.get('market/quotes/NVDA?tick=2')).json);
    expect(quote.closeCents.at(-1)).toBe(quote.priceCents);
    expect(quote.closeCents.slice(0, 58)).toEqual(bars.slice(-58).map((bar) => bar.closeCents));
    expect(Math.abs((quote.closeCents.at(-2) ?? 0) / (bars.at(-1)?.closeCents ?? 1) - 1)).toBeLessThan(0.02);
  });

  test.each([
    ['6mo', 126],
    ['1y', 252],
    ['3y', 756],
  ])('%s is %i trading days, oldest first', async (range, count) => {
    const { bars } = barsSchema.parse((await standIns.get(`market/bars/NVDA?range=${range}`)).json);
    expect(bars).toHaveLength(count);
    expect(bars.map((bar) => bar.date)).toEqual(bars.map((bar) => bar.date).toSorted());
    expect(bars.at(-1)?.date).toBe('2025-12-31');
  });

  test('The same question gets the same bytes', async () => {
    const ask = async () => (await standIns.get('market/quotes/NVDA?tick=37')).text;
    expect(await ask()).toBe(await ask());
  });

  test.each([
    ['market/bars/NVDA', 400],
    ['market/bars/NVDA?range=2y', 400],
    ['market/quotes/NVDA', 400],
    ['market/quotes/NVDA?tick=-1', 400],
    ['market/quotes/NVDA?tick=1.5', 400],
    ['market/quotes/NVDA?tick=100000', 400],
    ['market/quotes/NOPE?tick=1', 404],
    ['market/bars/NOPE?range=1y', 404],
    ['market/quotes/__proto__?tick=1', 404],
    ['market/quotes/NVDA/more?tick=1', 404],
    ['market/quotes/%E0%A4%A?tick=1', 400],
    ['market/other/NVDA', 404],
    ['nowhere', 404],
  ])('%s is refused with %i', async (path, status) => {
    const answer = await standIns.get(path);
    expect(answer.status).toBe(status);
  });

  test('A refusal is problem JSON', async () => {
    const { contentType, json } = await standIns.get('market/quotes/NOPE?tick=1');
    expect(contentType).toMatch(/^application\/problem\+json/);
    expect(json).toMatchObject({
      title: 'Unknown symbol',
      status: 404,
      detail: expect.stringContaining('NVDA'),
    });
  });
});

describe('news', () => {
  test('Headlines and sentiment of a tick, dated like its price', async () => {
    const news = newsSchema.parse((await standIns.get('news/headlines/NVDA?tick=14')).json);
    const quote = quoteSchema.parse((await standIns.get('market/quotes/NVDA?tick=14')).json);
    expect(news).toMatchObject({ tick: 14, sentimentScore: -0.38, asOf: quote.asOf });
    expect(news.headlines[0]?.text).toBe('Demand for NVIDIA cools, says analyst');
  });

  test('News are dated like prices at every tick, whatever the time zone', async () => {
    for (const tick of [0, 1, 3, 50, 99_999]) {
      const news = newsSchema.parse((await standIns.get(`news/headlines/NVDA?tick=${tick}`)).json);
      const quote = quoteSchema.parse((await standIns.get(`market/quotes/NVDA?tick=${tick}`)).json);
      expect([news.tick, news.asOf]).toEqual([tick, quote.asOf]);
    }
  });

  test('The next round of ticks has other words', async () => {
    const textAt = async (tick: number) =>
      newsSchema.parse((await standIns.get(`news/headlines/NVDA?tick=${tick}`)).json).headlines[0]?.text;
    expect(await textAt(7)).toMatch(/SEC probe/);
    expect(await textAt(27)).toMatch(/fraud/);
    expect(await textAt(47)).toMatch(/SEC probe/);
  });

  test.each([
    ['news/headlines/NOPE?tick=1', 404],
    ['news/headlines/NVDA', 400],
    ['news/headlines/NVDA?tick=one', 400],
    ['news/headlines/NVDA?tick={{now}}', 400],
  ])('%s is refused with %i', async (path, status) => {
    const answer = await standIns.get(path);
    expect([answer.status, answer.contentType]).toEqual([status, expect.stringContaining('problem+json')]);
  });
});

describe('broker', () => {
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
});

test('Nothing of all that had to be reported to a person', () => {
  expect(standIns.reports).toEqual([]);
});
