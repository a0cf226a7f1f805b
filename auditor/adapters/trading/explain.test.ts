import { expect, test } from 'vitest';
import { explainLast } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

test('the sections stand in the order of the story; what followed stands last', () => {
  const history = new TradingHistory().waitForTick().observe().intend().check('ask');
  history.approval('pending');
  history.signal('approveTrade', history.answer());
  history.approval('approved', { answer: history.answer() });
  history.placeOrder({ attempt: 2, lastFailure: { message: '503' } });
  const { answer, interrupted, adapter } = explainLast(history);
  expect(answer.sections.map(({ id }) => id)).toEqual([
    ...['known', 'model', 'guardrail', 'approval', 'order', 'interruptions', 'after'],
  ]);
  expect([interrupted, adapter]).toEqual([true, 'trading/1']);
});

test('what did not happen has no section', () => {
  const { answer } = explainLast(new TradingHistory().waitForTick().observe().intend({ action: 'HOLD' }));
  expect(answer.sections.map(({ id }) => id)).toEqual(['known', 'model']);
});
