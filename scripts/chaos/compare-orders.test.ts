import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareOrders } from './compare-orders.ts';
import { readBrokerFile } from './read-broker-file.ts';

let dataFolder: string;

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-broker-'));
});

afterEach(() => rm(dataFolder, { recursive: true }));

const toLine = (clOrdId: string, tradeId: string, side: 'BUY' | 'SELL' = 'BUY', qty = 10, account = 'a') => {
  const common = { clOrdId, symbol: 'NVDA', side, orderQty: qty };
  const order = { ...common, tradeId, account, priceCents: 12_000 };
  const fill = { lastQty: qty, lastPxCents: 12_000, cumQty: qty, leavesQty: 0, avgPxCents: 12_000 };
  const ids = { orderId: 'o', execId: 'e', ordStatus: 'FILLED', transactTime: '2026-01-01T00:00:00Z' };
  return `${JSON.stringify({ order, report: { ...common, ...fill, ...ids } })}\n`;
};

async function compare(expected: readonly string[], lines: readonly string[]) {
  await mkdir(join(dataFolder, 'mockoon'), { recursive: true });
  await writeFile(join(dataFolder, 'mockoon/broker.jsonl'), lines.join(''));
  return compareOrders(new Set(expected), await readBrokerFile(dataFolder, 'a'));
}

test('each expected order once: nothing to tell but the position; other accounts do not count', async () => {
  const lines = [toLine('k1', 't1'), toLine('k2', 't2', 'SELL', 4), toLine('k9', 't9', 'BUY', 7, 'b')];
  expect(await compare(['k1', 'k2'], lines)).toEqual({
    lost: [],
    duplicated: [],
    unexpected: [],
    positionQty: 6,
  });
});

test('a missing and an uncalled-for order are named by key', async () => {
  expect(await compare(['k1', 'k2'], [toLine('k1', 't1'), toLine('k3', 't3')])).toMatchObject({
    lost: ['k2'],
    duplicated: [],
    unexpected: ['k3'],
  });
});

test.each([
  ['one key', 'k1'],
  ['another key', 'k2'],
])('a trade booked twice under %s is named', async (_, secondKey) => {
  const lines = [toLine('k1', 't1'), toLine(secondKey, 't1')];
  expect((await compare(['k1', 'k2'], lines)).duplicated).toEqual(['t1']);
});
