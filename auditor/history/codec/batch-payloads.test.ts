import { expect, test } from 'vitest';
import { batchPayloads } from './batch-payloads.ts';

const encoded = (size: number) => ({
  hash: String(size),
  payload: { metadata: { encoding: 'eA==' }, data: 'x'.repeat(size) },
});

const sizes = (...of: readonly number[]) =>
  batchPayloads(of.map(encoded)).map((batch) => batch.map(({ payload }) => payload.data?.length));

test('at most 100 payloads and a million characters a call; a giant goes alone', () => {
  expect(sizes()).toEqual([]);
  expect(sizes(600_000, 400_000, 1, 3_000_000, 5)).toEqual([[600_000, 400_000], [1], [3_000_000], [5]]);
  expect(batchPayloads(Array.from({ length: 250 }, () => encoded(1))).map((batch) => batch.length)).toEqual([
    100, 100, 50,
  ]);
});
