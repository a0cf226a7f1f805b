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
  expect(headlineOf(upToCheck())?.text).toContain('about to order since');
});
