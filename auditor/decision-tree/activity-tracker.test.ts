import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from './_recorded/history-writer.ts';
import { createActivityTracker } from './activity-tracker.ts';

function follow(history: HistoryWriter, from = 0) {
  const track = createActivityTracker();
  return history.events.slice(from).map((event) => {
    const activity = track(toDecodedEvent(event));
    return (
      activity && `${activity.activityType} ${activity.outcome} ${JSON.stringify(activity.result ?? null)}`
    );
  });
}

test('an activity is known better with each of its events', () => {
  const history = new HistoryWriter();
  const [a, b] = [history.schedule('getWeather'), history.schedule('getTime')];
  history.finish(b, { result: 9 });
  history.signal('stop', {});
  history.finish(a, { result: 'rain' });
  expect(follow(history)).toEqual([
    'getWeather pending null',
    'getTime pending null',
    'getTime pending null',
    'getTime completed [9]',
    undefined,
    'getWeather pending null',
    'getWeather completed ["rain"]',
  ]);
});

test('an activity whose beginning did not go by is not known', () => {
  const history = new HistoryWriter();
  history.activity('getWeather', 'Oslo', { result: 'rain' });
  expect(follow(history, 1)).toEqual([undefined, undefined]);
});
