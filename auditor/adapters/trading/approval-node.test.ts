import { expect, test } from 'vitest';
import { explainLast, findNode } from './_recorded/explain-history.ts';
import { HASH, TradingHistory } from './_recorded/trading-history.ts';

const asked = () => {
  const history = new TradingHistory().waitForTick().observe().intend().check('ask');
  history.approval('pending');
  return history;
};

test('the question states order, hash and expiry; it is open until answered', () => {
  const node = findNode(asked(), 'approval');
  expect(node).toMatchObject({ outcome: 'pending', tone: 'pending', children: [] });
  expect(node).not.toHaveProperty('durationMs');
  expect(node?.facts.map(({ value }) => value)).toEqual([
    'SELL 40 NVDA at 128.10 USD',
    HASH,
    '2026-01-05T14:35:02Z',
  ]);
});

test('each answer is a child, refused ones too', () => {
  const history = asked();
  history.wait(2000).signal('approveTrade', history.answer({ approver: 'desk-2', orderHash: 'x' }));
  history.wait(3000).signal('approveTrade', history.answer());
  const refused = [{ signal: 'approveTrade', tradeId: 'w-t14', approver: 'desk-2', reason: 'stale-hash' }];
  history.approval('approved', { answer: history.answer(), refused });
  const node = findNode(history, 'approval');
  expect(node).toMatchObject({ outcome: 'approved by risk-desk, 1 refused', tone: 'good', durationMs: 5000 });
  expect(node?.children.map(({ title, outcome }) => [title, outcome])).toEqual([
    ['approveTrade by desk-2', 'refused: stale-hash'],
    ['approveTrade by risk-desk', 'accepted'],
  ]);
});

test('an answer in a tick that asked nothing stands alone', () => {
  const history = new TradingHistory().waitForTick();
  history.signal('approveTrade', history.answer());
  const nodes = explainLast(history).tree.filter(({ kind }) => kind === 'approval');
  expect(nodes).toMatchObject([{ title: 'approveTrade by risk-desk', outcome: 'no outcome recorded yet' }]);
});
