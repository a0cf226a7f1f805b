import { expect, it } from 'vitest';
import { toGuardrailInput, toIntent } from '../worker/_scripted/sample-guardrail-input.ts';
import { checkPositionCoversSale } from './check-position-covers-sale.ts';

it.each([
  ['SELL', 40, 'pass'],
  ['SELL', 41, 'block'],
  ['BUY', 100, 'pass'],
] as const)('%s %d of 40 held: %s', (action, quantity, outcome) => {
  const result = checkPositionCoversSale(toGuardrailInput({ intent: toIntent(action, quantity) }));
  expect(result).toMatchObject({ outcome, limit: 40, observed: action === 'SELL' ? quantity : 0 });
});
