import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import type { HistoryEvent } from '../model/history-event.ts';
import { toEventStatement, toSentence } from './event-statement.ts';

const state = (event: HistoryEvent, text: string) => toEventStatement('r', toDecodedEvent(event), text);

test('what an event carries is a quotation with its place', () => {
  expect(state(new HistoryWriter().signal('say', 'Hello'), 'signal say')).toEqual({
    text: 'Signal say with:',
    quote: 'Hello',
    citations: [
      { runId: 'r', eventId: 1 },
      { runId: 'r', eventId: 1, pointer: '/workflowExecutionSignaledEventAttributes/input' },
    ],
  });
});

test('an event that carries nothing is a sentence', () => {
  const fired = new HistoryWriter().add('TIMER_FIRED', { startedEventId: '40' });
  expect(state(fired, 'end of timer tea').text).toBe('End of timer tea.');
  expect(toSentence('failed: no station!')).toBe('Failed: no station!');
});
