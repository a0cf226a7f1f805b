import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type RunningStandIns, runStandIns } from './running-stand-ins.ts';

let standIns: RunningStandIns;
beforeAll(async () => {
  standIns = await runStandIns();
});
afterAll(() => standIns.end());

const quoteSchema = z.looseObject({ asOf: z.string() });

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

test('Nothing of that had to be reported to a person', () => {
  expect(standIns.reports).toEqual([]);
});
