import { expect, it } from 'vitest';
import { findIntentError, MAX_RATIONALE_LENGTH } from './find-intent-error.ts';

const BUY = { ticker: 'NVDA', action: 'BUY' as const, quantity: 10, rationale: 'rsi14 28.3' };

it('finds nothing wrong with a wish for this ticker', () => {
  expect(findIntentError(BUY, 'NVDA')).toBeUndefined();
  expect(findIntentError({ ...BUY, action: 'HOLD', quantity: 0 }, 'NVDA')).toBeUndefined();
});

it.each([
  [{ ticker: 'nvda' }, 'ticker must be NVDA'],
  [{ quantity: 0 }, 'quantity must be 1 to 100 for BUY'],
  [{ rationale: ' \n' }, 'rationale must name the values that decided'],
  [{ rationale: 'x'.repeat(MAX_RATIONALE_LENGTH + 1) }, 'rationale must be at most 4000 characters'],
  [{ rationale: 'rsi14 \ud800' }, 'rationale must be well-formed Unicode'],
])('says what is wrong with %j', (change, error) => {
  expect(findIntentError({ ...BUY, ...change }, 'NVDA')).toBe(error);
});
