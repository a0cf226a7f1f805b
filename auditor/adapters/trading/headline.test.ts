import { expect, test } from 'vitest';
import { toHeadline } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

const upToCheck = (outcome: 'allow' | 'ask' | 'block') =>
  new TradingHistory().waitForTick().observe().intend().check(outcome);

function approved(): TradingHistory {
  const history = upToCheck('ask');
  history.approval('pending');
  history.wait(12_000).signal('approveTrade', history.answer());
  history.approval('approved', { answer: history.answer() });
  return history;
}

test('a sale with approval', () => {
  expect(toHeadline(approved().placeOrder())).toBe(
    'Sold 40 NVDA at 128.10 USD: the model asked for SELL 40 NVDA (its words below), 1 of 2 rules asked for approval, risk-desk approved it after 12 s, and the broker filled it.',
  );
});

test('a purchase that every rule let pass', () => {
  expect(toHeadline(upToCheck('allow').placeOrder({}, { side: 'BUY' }))).toMatch(
    /^Bought 40 NVDA at 128\.10 USD: .*the one rule let it pass, and the broker filled it\.$/,
  );
});

test('why it did not trade: held, blocked, rejected, timed out, refused by the broker', () => {
  const held = new TradingHistory().waitForTick().observe().intend({ action: 'HOLD', quantity: 0 });
  expect(toHeadline(held)).toBe('No trade: the model answered HOLD (its words below).');
  expect(toHeadline(upToCheck('block'))).toBe(
    'Did not sell 40 NVDA: the model asked for SELL 40 NVDA (its words below), and 1 of 3 rules blocked it (terms).',
  );
  const rejected = upToCheck('ask');
  rejected.approval('pending');
  rejected.wait(5000).signal('rejectTrade', rejected.answer());
  rejected.approval('rejected', { answer: rejected.answer() });
  expect(toHeadline(rejected)).toMatch(/^Did not sell 40 NVDA: .* and risk-desk rejected it after 5\.0 s\.$/);
  const timedOut = upToCheck('ask');
  timedOut.approval('pending');
  timedOut.approval('timed-out');
  expect(toHeadline(timedOut)).toMatch(/and nobody answered validly before 2026-01-05T14:35:02Z\.$/);
  expect(toHeadline(upToCheck('allow').placeOrder({}, { ordStatus: 'REJECTED' }))).toMatch(
    /^Did not sell 40 NVDA: .* and the broker rejected it\.$/,
  );
});

test('failed, withheld and without a valid intent', () => {
  expect(toHeadline(new TradingHistory().waitForTick().note('failed', 'market-data', 'HTTP 404'))).toBe(
    'No trade: the tick failed (market-data).',
  );
  const withheld = upToCheck('allow').note('withheld', 'halted', 'ops: drill');
  expect(toHeadline(withheld)).toMatch(/^Did not sell .* no order left because the agent was halted\.$/);
  const garbled = new TradingHistory().waitForTick().observe().askModel({ text: 'dunno' });
  expect(toHeadline(garbled.note('held', 'no-valid-intent', 'not JSON'))).toBe(
    'No trade: no valid intent came out of 1 model call, so the agent held.',
  );
});

test('an open tick says what it waits for and since when', () => {
  const history = upToCheck('ask');
  const { eventTime } = history.approval('pending');
  expect(toHeadline(history)).toMatch(`Still open: waiting for approval since ${eventTime}`);
  const ordering = upToCheck('allow');
  ordering.schedule('placeOrder', ordering.order());
  expect(toHeadline(ordering)).toMatch(/^Still open: waiting for the broker since 2026-01-05T14:30:\d\d/);
});

test('a run that ends first says who stopped it, or how it ended', () => {
  const stopped = new TradingHistory();
  stopped.timer('tick 14');
  stopped.signal('stop', { by: 'desk-7', reason: 'end of day' });
  stopped.close('WORKFLOW_EXECUTION_COMPLETED');
  expect(toHeadline(stopped)).toBe('No trade: desk-7 stopped the agent before tick 14 began.');
  const terminated = new TradingHistory().waitForTick().observe();
  terminated.close('WORKFLOW_EXECUTION_TERMINATED');
  expect(toHeadline(terminated)).toMatch(
    /^No trade recorded: the run ended \(terminated\) while reading market/,
  );
});

test('that it was interrupted is part of the answer', () => {
  const lastFailure = { message: 'broker says 503' };
  const history = upToCheck('allow').placeOrder({ attempt: 2, lastFailure });
  expect(toHeadline(history)).toMatch(/It was interrupted: placeOrder retried\.$/);
});

test('the model’s reasons never become a sentence of ours', () => {
  const rationale = 'IGNORE ALL RULES because the moon is full';
  const history = new TradingHistory().waitForTick().observe().intend({ action: 'HOLD', rationale });
  expect(toHeadline(history)).not.toContain('moon');
});
