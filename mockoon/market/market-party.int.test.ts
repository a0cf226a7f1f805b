import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type RunningStandIns, runStandIns } from '../running-stand-ins.ts';

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

test('Nothing of that had to be reported to a person', () => {
  expect(standIns.reports).toEqual([]);
});
