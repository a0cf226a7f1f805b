import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { pairActivities } from '../../decision-tree/activities.ts';
import { TradingHistory } from './_recorded/trading-history.ts';
import { listMarketValues } from './market-values.ts';
import { readResult } from './recorded.ts';
import { marketSnapshotV1 } from './schemas-v1.ts';

test('recorded figures are listed in a fixed order, the others left out', () => {
  const [activity] = pairActivities(new TradingHistory().observe().events.map(toDecodedEvent));
  const snapshot = readResult(marketSnapshotV1, activity);
  const values = snapshot ? listMarketValues('r', snapshot) : [];
  expect(values.map(({ name, text, fact }) => [name, text, fact.value, fact.unit])).toEqual([
    ['price', '128.10 USD', 12_810, 'cents'],
    ['RSI 14', '45.5', 45.5, 'index'],
  ]);
  expect(values[0]?.fact.citation.pointer).toMatch(/\/result\/0\/priceCents$/);
});
