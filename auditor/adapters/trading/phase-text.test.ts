import { expect, test } from 'vitest';
import { explainLast } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';

const upToCheck = () => new TradingHistory().waitForTick().observe().intend().check('ask');
const headlineOf = (history: TradingHistory) => explainLast(history).answer.headline[0];

test('the sentence cites the event since which it waits', () => {
  const history = upToCheck();
  const asked = history.approval('pending');
  expect(headlineOf(history)?.text).toContain(`waiting for approval since ${asked.eventTime}`);
  expect(headlineOf(history)?.citations[0]?.eventId).toBe(asked.eventId);
});

test('each step has its words', () => {
  const waiting = new TradingHistory();
  waiting.timer('tick 14');
  expect(headlineOf(waiting)?.text).toContain('waiting for the tick since');
  waiting.signal('halt', { by: 'ops', reason: '' });
  expect(headlineOf(waiting)?.text).toContain('halted since');
  expect(headlineOf(new TradingHistory().waitForTick().observe())?.text).toContain(
    'reading market and news since',
  );
  const checked = upToCheck();
  const verdict = checked.events.at(-1);
  checked.wait(5000).signal('fastForwardTick', null);
  expect(headlineOf(checked)?.text).toContain(`about to order since ${verdict?.eventTime}`);
  expect(headlineOf(checked)?.citations.at(0)?.eventId).toBe(verdict?.eventId);
});

test('what was approved is about to be ordered since the approval, whatever comes later', () => {
  const history = upToCheck();
  history.approval('pending');
  const { eventTime } = history.wait(3000).signal('approveTrade', history.answer());
  history.approval('approved', { answer: history.answer() });
  history.wait(9000).signal('fastForwardTick', null);
  expect(headlineOf(history)?.text).toContain(`about to order since ${eventTime}`);
});

test('a halt of an earlier tick is cited there and has no time of this one', () => {
  const citation = { runId: 'earlier', eventId: 77 };
  const carry = { tick: 13, remembered: { halted: { value: true, citation } } };
  const history = new TradingHistory();
  history.timer('tick 14');
  const [headline] = explainLast(history, carry).answer.headline;
  expect(headline?.text).toBe('Still open: halted.');
  expect(headline?.citations).toEqual([citation]);
});
