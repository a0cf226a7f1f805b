import { expect, test } from 'vitest';
import { createUnderstanding } from './all-adapters.ts';

const { adapterFor } = createUnderstanding();
const choose = (workflowType: string) => adapterFor({ workflowType }, { hasModelCalls: false }).name;

test('the trading agent has an adapter of its own, everything else the generic one', () => {
  expect(choose('selfEvolvingStockAgent')).toBe('trading/1');
  expect(choose('backtestSandbox')).toBe('generic/2');
  expect(choose('')).toBe('generic/2');
});

test('a run that calls models is cut into the turns of its agent', () => {
  expect(adapterFor({ workflowType: 'chat' }, { hasModelCalls: true }).name).toBe('agent-turn/1');
  expect(adapterFor({ workflowType: 'selfEvolvingStockAgent' }, { hasModelCalls: true }).name).toBe(
    'trading/1',
  );
});
