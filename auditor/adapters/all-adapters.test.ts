import { expect, test } from 'vitest';
import { toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { adapterFor } from './all-adapters.ts';

test('the trading agent has an adapter of its own, everything else the generic one', () => {
  expect(adapterFor(toRunOf('selfEvolvingStockAgent', [])).name).toBe('trading/1');
  expect(adapterFor(toRunOf('backtestSandbox', [])).name).toBe('generic/1');
  expect(adapterFor(toRunOf('', [])).name).toBe('generic/1');
});
