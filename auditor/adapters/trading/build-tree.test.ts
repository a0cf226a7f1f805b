import { expect, test } from 'vitest';
import { explainLast } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

test('the whole story in the order of the events', () => {
  const history = new TradingHistory().waitForTick().observe();
  history.askModel({ tools: [{ callId: 'c', name: 'getPriceHistory', arguments: '{"tick":14}' }] });
  history.activity('getPriceHistory', { tick: 14 });
  history.intend().check('ask');
  history.approval('pending');
  history.signal('approveTrade', history.answer());
  history.approval('approved', { answer: history.answer() });
  history.placeOrder({ attempt: 2, lastFailure: { message: '503' } });
  history.signal('halt', { by: 'ops', reason: 'drill' });
  const { tree } = explainLast(history);
  expect(tree.map(({ kind, outcome }) => [kind, outcome?.slice(0, 30)])).toEqual([
    ['timer', 'time was up'],
    ['context', '128.10 USD; sentiment -0.42'],
    ['model-call', 'asked for getPriceHistory'],
    ['model-call', 'SELL 40 NVDA'],
    ['guardrail', 'ask'],
    ['approval', 'approved by risk-desk'],
    ['order', 'FILLED 40 @ 128.10 USD'],
    ['interruption', 'placeOrder failed once before '],
    ['signal', 'ops halted the agent, with the'],
  ]);
  expect(tree[2]?.children).toMatchObject([{ kind: 'tool-call', outcome: 'completed' }]);
});

test('nothing recorded, nothing drawn', () => {
  const history = new TradingHistory();
  history.start('selfEvolvingStockAgent', { carried: { tick: 13 } });
  expect(explainLast(history).tree).toEqual([]);
});
