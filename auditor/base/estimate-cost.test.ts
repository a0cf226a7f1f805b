import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateCost, type ModelPrice, type PriceTable } from './estimate-cost.ts';

const price = (more: Partial<ModelPrice> = {}): ModelPrice => ({
  matches: (model) => model === 'm',
  inputNanos: 1_250_000_000n,
  outputNanos: 10_000_000_000n,
  ...more,
});
const table = (...models: readonly ModelPrice[]): PriceTable => ({
  currency: 'USD',
  asOf: '2026-11-24',
  source: 'the invoice',
  models,
});
const amount = (usage: Parameters<typeof estimateCost>[0], more: Partial<ModelPrice> = {}) =>
  estimateCost(usage, 'm', table(price(more)))?.amount;

test('tokens times price, exact', () => {
  expect(estimateCost({ inputTokens: 1_000, outputTokens: 10 }, 'm', table(price()))).toEqual({
    amount: '0.00135',
    currency: 'USD',
    asOf: '2026-11-24',
    estimate: true,
  });
  expect(amount({ inputTokens: 3, outputTokens: 0 })).toBe('0.00000375');
  expect(amount({ inputTokens: 4_000_000, outputTokens: 0 })).toBe('5');
  expect(amount({ inputTokens: 0, outputTokens: 0 })).toBe('0');
});

test('cached tokens are part of the input and have their own price', () => {
  const usage = { inputTokens: 1_000, outputTokens: 0, cacheReadTokens: 800, cacheWriteTokens: 100 };
  expect(amount(usage)).toBe('0.00125');
  expect(amount(usage, { cachedInputNanos: 125_000_000n })).toBe('0.00035');
  expect(amount(usage, { cachedInputNanos: 125_000_000n, cacheWriteNanos: 1_562_500_000n })).toBe(
    '0.00038125',
  );
});

test('what is not known is blank, never 0', () => {
  expect(amount({})).toBeUndefined();
  expect(amount({ inputTokens: 5 })).toBeUndefined();
  expect(amount({ outputTokens: 5 })).toBeUndefined();
  expect(amount({ inputTokens: 5, outputTokens: 1, cacheReadTokens: 6 })).toBeUndefined();
  expect(amount({ inputTokens: 1.5, outputTokens: 1 })).toBeUndefined();
  expect(estimateCost({ inputTokens: 5, outputTokens: 5 }, 'other', table(price()))).toBeUndefined();
  expect(estimateCost({ inputTokens: 5, outputTokens: 5 }, undefined, table(price()))).toBeUndefined();
  expect(estimateCost({ inputTokens: 5, outputTokens: 5 }, 'm', undefined)).toBeUndefined();
});

test('a model that gives no tokens out', () => {
  const embedding = table({ matches: () => true, inputNanos: 20_000_000n });
  expect(estimateCost({ inputTokens: 100 }, 'e', embedding)?.amount).toBe('0.000002');
  expect(estimateCost({ inputTokens: 100, outputTokens: 1 }, 'e', embedding)).toBeUndefined();
});

test('the first that matches counts; twice the tokens cost twice as much', () => {
  const free = price({ inputNanos: 0n, outputNanos: 0n });
  expect(estimateCost({ inputTokens: 9, outputTokens: 9 }, 'm', table(free, price()))?.amount).toBe('0');
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(1e9), (inputTokens, outputTokens) => {
      const once = Number(amount({ inputTokens, outputTokens }));
      const twice = Number(amount({ inputTokens: inputTokens * 2, outputTokens: outputTokens * 2 }));
      expect(twice).toBeCloseTo(2 * once, 6);
    }),
  );
});
