import { expect, test } from 'vitest';
import { formatEvent, formatEvents, formatRaw } from './events-text.ts';
import { plainStyle } from './text-style.ts';

const EVENT = { eventId: 3, eventType: 'TIMER_FIRED', eventTime: '2026-01-01T00:00:00Z' };

test('a line per event, with its tick where there is one', () => {
  expect(
    formatEvents(
      [
        { ...EVENT, tick: 14 },
        { ...EVENT, eventId: 4 },
      ],
      plainStyle(),
    ),
  ).toBe(
    [
      'event  type         time                  tick',
      '3      TIMER_FIRED  2026-01-01T00:00:00Z  14',
      '4      TIMER_FIRED  2026-01-01T00:00:00Z',
      '',
    ].join('\n'),
  );
  expect(formatEvents([], plainStyle())).toBe('There is no event here.\n');
});

test('one event: values and digest; what would move the cursor is shown', () => {
  const event = { eventId: '3', text: 'a\u202eb' };
  const text = formatEvent({ event, decoded: event, sha256: 'ab12', tick: 14 }, plainStyle());
  expect(text).toContain('"text": "a\\u202eb"');
  expect(text).toMatch(/SHA-256 of the stored bytes ab12, tick 14\n$/);
  expect(JSON.parse(formatRaw({ eventId: '3' }))).toEqual({ eventId: '3' });
});
