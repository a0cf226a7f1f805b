import { expect, test } from 'vitest';
import { toDueTime } from './read-agent-facts.ts';

test('a timer fires when its time is over', () => {
  const event = {
    eventTime: '2026-11-23T20:41:08.5Z',
    timerStartedEventAttributes: { startToFireTimeout: '10s' },
  };
  expect(toDueTime(event)).toBe('2026-11-23T20:41:18.500Z');
});

test('another event has no due time', () => {
  expect(toDueTime({ eventTime: '2026-11-23T20:41:08.5Z' })).toBeUndefined();
  expect(toDueTime(undefined)).toBeUndefined();
});
