import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { TradingHistory } from './_recorded/trading-history.ts';
import { readApproval } from './read-approval.ts';
import { readSignals } from './read-signals.ts';

function read(history: TradingHistory) {
  const events = history.events.map(toDecodedEvent);
  const { asked, latest, answers } = readApproval(history.tick, events, readSignals(events));
  return {
    asked: asked?.event.eventId,
    latest: latest?.value.status,
    answers: answers.map(({ verdict, reason }) => [verdict, reason]),
  };
}

const refused = (approver: string, reason: string, signal = 'approveTrade') => ({
  ...{ signal, tradeId: 'w-t14', approver, reason },
});

test('an accepted answer is told from those that were refused before and after it', () => {
  const history = new TradingHistory();
  history.approval('pending');
  history.signal('approveTrade', history.answer({ orderHash: 'stale', approver: 'desk-2' }));
  history.approval('pending', { refused: [refused('desk-2', 'stale-hash')] });
  history.signal('approveTrade', history.answer());
  history.signal('approveTrade', history.answer());
  const late = refused('risk-desk', 'already-answered');
  history.approval('approved', {
    answer: history.answer(),
    refused: [refused('desk-2', 'stale-hash'), late],
  });
  expect(read(history)).toEqual({
    asked: 1,
    latest: 'approved',
    answers: [
      ['refused', 'stale-hash'],
      ['accepted', undefined],
      ['refused', 'already-answered'],
    ],
  });
});

test('an answer of which nothing is recorded yet is unknown, not accepted', () => {
  const history = new TradingHistory();
  history.approval('pending');
  history.signal('approveTrade', history.answer());
  expect(read(history).answers).toEqual([['unknown', undefined]]);
});

test('a rejection never counts as the approval of the same person', () => {
  const history = new TradingHistory();
  history.approval('pending');
  history.signal('rejectTrade', history.answer());
  history.approval('approved', { answer: history.answer() });
  expect(read(history).answers).toEqual([['unknown', undefined]]);
});

test('a late answer belongs to the newest refusal, although older ones stand before it', () => {
  const history = new TradingHistory(15);
  history.signal('approveTrade', history.answer({ tradeId: 'w-t14', approver: 'desk-2' }));
  const request = {
    ...{ tradeId: 'w-t14', tick: 14, order: history.order(), orderHash: 'h' },
    ...{ requestedAt: '', expiresAt: '' },
  };
  const list = [refused('desk-2', 'stale-hash'), refused('desk-2', 'already-answered')];
  history.memo('approval', { request, status: 'approved', refused: list });
  expect(read(history)).toEqual({
    asked: undefined,
    latest: undefined,
    answers: [['refused', 'already-answered']],
  });
});

test('malformed answers and answers without any approval are refused too', () => {
  const history = new TradingHistory();
  history.signal('approveTrade', 'what?');
  history.memo('refusedAnswer', refused('', 'malformed'));
  history.signal('rejectTrade', history.answer({ tradeId: 'other' }));
  history.memo('refusedAnswer', {
    ...refused('risk-desk', 'unknown-trade', 'rejectTrade'),
    tradeId: 'other',
  });
  expect(read(history).answers).toEqual([
    ['refused', 'malformed'],
    ['refused', 'unknown-trade'],
  ]);
});

test('an answer with a member too many is the refused one, its clean repetition the accepted one', () => {
  const history = new TradingHistory();
  history.approval('pending');
  history.signal('approveTrade', history.answer({ extra: 1 }));
  const malformed = [refused('risk-desk', 'malformed')];
  history.approval('pending', { refused: malformed });
  history.signal('approveTrade', history.answer());
  history.approval('approved', { answer: history.answer(), refused: malformed });
  expect(read(history).answers).toEqual([
    ['refused', 'malformed'],
    ['accepted', undefined],
  ]);
});
