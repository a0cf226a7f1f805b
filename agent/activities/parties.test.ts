import { createServer, type Server } from 'node:http';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterEach, expect, it } from 'vitest';
import type { ExecutionReport, Order } from '../contract/trade.ts';
import { createBrokerActivities } from './broker/broker-activities.ts';
import { createHttpClient } from './http-client.ts';
import { createMarketDataActivities } from './market-data/market-data-activities.ts';
import { createNewsActivities } from './news/news-activities.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A party that answers every request with one body; the requests are written down. */
async function answer(status: number, body: unknown, seen: string[] = []) {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers['idempotency-key'] ?? ''}`.trim());
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { http: createHttpClient(), baseUrl: `http://127.0.0.1:${address.port}/party` };
}

/** Runs an activity in an activity's context, where it may heartbeat. */
const run = <T>(activity: () => Promise<T>): Promise<T> => new MockActivityEnvironment().run(activity);

const closeCents = Array.from({ length: 60 }, (_, index) => 100_00 + index);
const QUOTE = {
  symbol: 'NVDA',
  tick: 3,
  priceCents: 100_59,
  asOf: '2026-01-20T21:00:00Z',
  source: 'mock',
  closeCents,
};

it('reads a quote as a snapshot with indicators', async () => {
  const seen: string[] = [];
  const { getMarketSnapshot } = createMarketDataActivities(await answer(200, QUOTE, seen));
  const snapshot = await run(() => getMarketSnapshot({ symbol: 'NVDA', tick: 3 }));
  expect(snapshot).toMatchObject({ symbol: 'NVDA', tick: 3, priceCents: 100_59, rsi14: 100 });
  expect(seen).toEqual(['GET /party/quotes/NVDA?tick=3']);
});

it('gives the asked number of earlier prices, this one last', async () => {
  const { getPriceHistory } = createMarketDataActivities(await answer(200, QUOTE));
  expect(await run(() => getPriceHistory({ symbol: 'NVDA', tick: 3, lookback: 2 }))).toEqual({
    symbol: 'NVDA',
    priceCents: [100_57, 100_58, 100_59],
    highCents: 100_59,
    lowCents: 100_57,
  });
});

it('turns bars into columns of days and cents', async () => {
  const bars = Array.from({ length: 60 }, (_, index) => ({
    date: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    closeCents: 100 + index,
  }));
  const seen: string[] = [];
  const party = await answer(200, { symbol: 'NVDA', source: 'mock', bars }, seen);
  const series = await run(() =>
    createMarketDataActivities(party).fetchHistoryBars({ symbol: 'NVDA', range: '3y' }),
  );
  expect(series.epochDays.slice(0, 2)).toEqual([20_454, 20_455]);
  expect(series.closeCents).toHaveLength(60);
  expect(seen).toEqual(['GET /party/bars/NVDA?range=3y']);
});

it.each([
  ['a price of nothing', { ...QUOTE, priceCents: 0 }],
  ['a time that is none', { ...QUOTE, asOf: 'yesterday' }],
  ['too few closes', { ...QUOTE, closeCents: closeCents.slice(0, 5) }],
])('refuses a quote with %s', async (_name, quote) => {
  const { getMarketSnapshot } = createMarketDataActivities(await answer(200, quote));
  await expect(run(() => getMarketSnapshot({ symbol: 'NVDA', tick: 3 }))).rejects.toMatchObject({
    type: 'PartyAnswerMalformed',
  });
});

it('bounds what the news party may put into a prompt', async () => {
  const headline = {
    text: 'x'.repeat(499) + '😀'.repeat(10),
    source: 's',
    publishedAt: '2026-01-20T20:00:00Z',
    id: 1,
  };
  const news = {
    asOf: '2026-01-20T21:00:00Z',
    source: 'mock',
    sentimentScore: 0.25,
    headlines: Array.from({ length: 50 }, () => headline),
  };
  const { getNewsSnapshot } = createNewsActivities(await answer(200, news));
  const snapshot = await run(() => getNewsSnapshot({ symbol: 'NVDA', tick: 3 }));
  expect(snapshot.headlines).toHaveLength(20);
  expect(snapshot.headlines[0]?.text.length).toBeLessThanOrEqual(500);
  expect(snapshot.headlines[0]?.text.isWellFormed()).toBe(true);
  expect(Object.keys(snapshot.headlines[0] ?? {})).toEqual(['text', 'source', 'publishedAt']);
});

const ORDER: Order = {
  clOrdId: 'w:w-t1',
  tradeId: 'w-t1',
  account: 'w',
  symbol: 'NVDA',
  side: 'BUY',
  orderQty: 50,
  priceCents: 128_00,
};
const REPORT: ExecutionReport = {
  clOrdId: 'w:w-t1',
  orderId: 'o1',
  execId: 'x1',
  ordStatus: 'FILLED',
  symbol: 'NVDA',
  side: 'BUY',
  orderQty: 50,
  lastQty: 50,
  lastPxCents: 128_00,
  cumQty: 50,
  leavesQty: 0,
  avgPxCents: 128_00,
  transactTime: '2026-01-20T21:00:00Z',
};

it('sends an order under its idempotency key and returns the report', async () => {
  const seen: string[] = [];
  const { placeOrder } = createBrokerActivities(await answer(201, { ...REPORT, venue: 'paper' }, seen));
  expect(await run(() => placeOrder(ORDER))).toEqual(REPORT);
  expect(seen).toEqual(['POST /party/orders w:w-t1']);
});

it.each([
  ['another order', { clOrdId: 'w:w-t9' }],
  ['the other side', { side: 'SELL' }],
  ['another quantity', { orderQty: 500 }],
])('does not take a report of %s', async (_name, change) => {
  const { placeOrder } = createBrokerActivities(await answer(201, { ...REPORT, ...change }));
  await expect(run(() => placeOrder(ORDER))).rejects.toMatchObject({
    type: 'PartyRefused',
    nonRetryable: true,
  });
});

it('does not take a fill of more than was ordered', async () => {
  const { placeOrder } = createBrokerActivities(await answer(201, { ...REPORT, lastQty: 51 }));
  await expect(run(() => placeOrder(ORDER))).rejects.toMatchObject({ type: 'PartyAnswerMalformed' });
});

it('tells an order that the broker does not know from a broker that does not answer', async () => {
  const seen: string[] = [];
  const { findOrder } = createBrokerActivities(await answer(404, {}, seen));
  expect(await run(() => findOrder({ clOrdId: 'w:w-t1' }))).toEqual({});
  expect(seen).toEqual(['GET /party/orders/w%3Aw-t1']);
  server?.close();
  const down = createBrokerActivities(await answer(503, {}));
  await expect(run(() => down.findOrder({ clOrdId: 'w:w-t1' }))).rejects.toMatchObject({
    type: 'PartyUnavailable',
  });
  server?.close();
  const known = createBrokerActivities(await answer(200, REPORT));
  expect(await run(() => known.findOrder({ clOrdId: 'w:w-t1' }))).toEqual({ report: REPORT });
});
