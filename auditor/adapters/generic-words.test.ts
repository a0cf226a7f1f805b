import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import { createNameOf, toEventWords } from './generic-words.ts';

function toTexts(history: HistoryWriter, open: Parameters<typeof createNameOf>[1] = undefined) {
  const events = history.events.map(toDecodedEvent);
  const nameOf = createNameOf(events, open);
  return events.map((event) => toEventWords(event, nameOf).text);
}

test('events are named after what they are about', () => {
  const history = new HistoryWriter();
  history.start('greet');
  history.activity('getWeather', {}, { failure: { message: 'no station' } });
  history.fire(history.timer('tea'));
  history.signal('stop', {});
  history.memo('strategy', 1);
  expect(toTexts(history)).toEqual([
    'start of greet',
    'scheduled activity getWeather',
    'activity task started getWeather',
    'failure of activity getWeather: no station',
    'started timer tea',
    'end of timer tea',
    'signal stop',
    'wrote memo strategy',
  ]);
});

test('an outcome of an earlier tick is named from what was carried, else by its event', () => {
  const history = new HistoryWriter();
  history.fire(40);
  history.fire(41);
  const carry = { tick: 1, open: [{ eventId: 40, kind: 'TIMER_STARTED', name: 'tea' }] };
  expect(toTexts(history, carry)).toEqual(['end of timer tea', 'end of timer event 41']);
});

test('an event type of the future keeps its name', () => {
  const history = new HistoryWriter();
  history.add('WORKFLOW_PAUSED_BY_MOON');
  expect(toTexts(history)).toEqual(['workflow paused by moon']);
});
