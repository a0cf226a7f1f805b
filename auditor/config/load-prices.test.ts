import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { estimateCost } from '../base/estimate-cost.ts';
import { loadPrices } from './load-prices.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-prices-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function load(models: unknown, more: object = {}) {
  const file = join(folder, 'prices.json');
  writeFileSync(
    file,
    JSON.stringify({ currency: 'EUR', asOf: '2026-11-24', source: 'contract', models, ...more }),
  );
  return loadPrices(file);
}

test('by name or by pattern; numbers and decimal texts', () => {
  const table = load([
    { model: 'm-1', inputPerMillion: '0.15', cachedInputPerMillion: 0.075, outputPerMillion: 0.6 },
    { pattern: 'm-.*', inputPerMillion: 2, outputPerMillion: '8' },
  ]);
  const usage = { inputTokens: 1_000_000, outputTokens: 1_000_000, cacheReadTokens: 400_000 };
  expect(estimateCost(usage, 'm-1', table)).toMatchObject({ amount: '0.72', currency: 'EUR' });
  expect(estimateCost(usage, 'm-2', table)?.amount).toBe('10');
  expect(estimateCost(usage, 'n', table)).toBeUndefined();
});

test.each<[unknown, object, RegExp]>([
  [[{ model: 'm', inputPerMillion: '-1' }], {}, /inputPerMillion is no decimal/],
  [[{ model: 'm', inputPerMillion: 1e-12 }], {}, /inputPerMillion is no decimal/],
  [[{ inputPerMillion: 1 }], {}, /by model or by pattern/],
  [[{ model: 'm', pattern: 'm', inputPerMillion: 1 }], {}, /by model or by pattern/],
  [[{ pattern: '(a+)+', inputPerMillion: 1 }], {}, /pattern repeats a group/],
  [[], { currency: 'euro' }, /currency is no ISO 4217 code/],
  [[], { asOf: 'yesterday' }, /asOf is no date/],
  [[], { discount: 1 }, /unknown key discount/],
])('%j %j is refused', (models, more, message) => {
  expect(() => load(models, more)).toThrow(message);
});

test('the example of docs/configuration.md is one', () => {
  const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n(\{\s*"currency"[\s\S]*?)```/.exec(page) ?? [];
  const file = join(folder, 'example.json');
  writeFileSync(file, example);
  const call = { inputTokens: 1_000, outputTokens: 100, cacheReadTokens: 500 };
  expect(estimateCost(call, 'desk-large', loadPrices(file))?.amount).toBe('0.00205');
});
