import { expect, test } from 'vitest';
import { cite, toJsonPointer } from './cite.ts';

const event = { eventId: 7, attributesKey: 'timerStartedEventAttributes' };

test('a path leads into the attributes, escaped as RFC 6901 asks', () => {
  expect(cite('r', event, ['input', 0, 'a/b~c'])).toEqual({
    runId: 'r',
    eventId: 7,
    pointer: '/timerStartedEventAttributes/input/0/a~1b~0c',
  });
  expect(toJsonPointer([])).toBe('');
});

test('without a path the whole event is meant', () => {
  expect(cite('r', event)).toEqual({ runId: 'r', eventId: 7 });
});
