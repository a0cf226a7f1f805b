import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import { TICK_TIMER } from './names-v1.ts';
import { readTimer } from './read-timer.ts';

test('a timer is joined with its own end, not with that of another', () => {
  const history = new HistoryWriter();
  const tick = history.timer('tick 3');
  const other = history.timer('approval x');
  history.fire(other);
  expect(readTimer(history.events.map(toDecodedEvent), TICK_TIMER)).not.toHaveProperty('ended');
  history.fire(tick, 'TIMER_CANCELED');
  expect(readTimer(history.events.map(toDecodedEvent), TICK_TIMER)?.ended?.eventType).toBe('TIMER_CANCELED');
});

test('no such timer, nothing', () => {
  expect(readTimer([], TICK_TIMER)).toBeUndefined();
});
