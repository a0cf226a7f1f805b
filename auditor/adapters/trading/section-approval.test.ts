import { expect, test } from 'vitest';
import { findSection, toTexts } from './_recorded/explain-history.ts';
import { HASH, TradingHistory } from './_recorded/trading-history.ts';

const asked = () => {
  const history = new TradingHistory().waitForTick().observe().intend().check('ask');
  history.approval('pending');
  return history;
};
const textsOf = (history: TradingHistory) => toTexts(findSection(history, 'approval'));

test('asked what, answered by whom, accepted', () => {
  const history = asked();
  const { eventTime } = history.wait(12_000).signal('approveTrade', history.answer());
  history.approval('approved', { answer: history.answer() });
  expect(textsOf(history)).toEqual([
    'A person was asked at 2026-01-05T14:30:02Z (workflow clock) about exactly this order: SELL 40 NVDA at 128.10 USD, to be answered before 2026-01-05T14:35:02Z.',
    `An answer counts only with the hash over order and shown context: ${HASH}.`,
    `Approval by risk-desk came in at ${eventTime}, 12 s after the question, sent by client client@host; it was accepted. The comment: | fine`,
    'The order was approved.',
  ]);
});

test('a refused answer stays visible, with the reason', () => {
  const history = asked();
  history.signal('approveTrade', history.answer({ orderHash: 'stale', comment: '' }));
  const refused = [{ signal: 'approveTrade', tradeId: 'w-t14', approver: 'risk-desk', reason: 'stale-hash' }];
  history.approval('pending', { refused });
  expect(textsOf(history)[2]).toMatch(/it was refused \(stale-hash\)\.$/);
  expect(textsOf(history)[3]).toMatch(/^No valid answer is recorded yet; the question is open since 2026-/);
});

test('a timeout is a rejection; a withdrawn question is neither', () => {
  const timedOut = asked();
  timedOut.approval('timed-out');
  expect(textsOf(timedOut).at(-1)).toBe(
    'No valid answer came before 2026-01-05T14:35:02Z: that is a rejection.',
  );
  const withdrawn = asked();
  withdrawn.approval('withdrawn');
  expect(textsOf(withdrawn).at(-1)).toMatch(/^The question was withdrawn/);
});

test('an answer nobody asked for is told in the tick where it came', () => {
  const history = new TradingHistory().waitForTick();
  history.signal('rejectTrade', history.answer());
  expect(textsOf(history)).toMatchObject(
    [/^Rejection by risk-desk .* is not recorded yet/].map((text) => expect.stringMatching(text)),
  );
});
