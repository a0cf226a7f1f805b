import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import { createOpenTicks } from './open-ticks.ts';

const history = new HistoryWriter();
for (let count = 0; count < 10; count += 1) history.add('TIMER_STARTED');
const events = history.events.map(toDecodedEvent);

test('only exactly the events that are asked for', () => {
  const ticks = createOpenTicks();
  ticks.keep(1, events.slice(2, 5));
  expect(ticks.find(1, 3, 5)).toEqual(events.slice(2, 5));
  expect(ticks.find(1, 3, 6)).toBeUndefined();
  expect(ticks.find(1, 2, 5)).toBeUndefined();
  expect(ticks.find(2, 3, 5)).toBeUndefined();
});

test('what was not used for longest is forgotten first; too long a tick is not kept at all', () => {
  const ticks = createOpenTicks(6);
  ticks.keep(1, events.slice(0, 3));
  ticks.keep(2, events.slice(0, 3));
  ticks.keep(1, events.slice(0, 3));
  ticks.keep(3, events.slice(0, 2));
  expect([1, 2, 3].map((runPk) => ticks.find(runPk, 1, runPk === 3 ? 2 : 3)?.length)).toEqual([
    3,
    undefined,
    2,
  ]);
  ticks.keep(1, events);
  expect(ticks.find(1, 1, 10)).toBeUndefined();
  ticks.keep(3, []);
  expect(ticks.find(3, 1, 2)).toBeUndefined();
});
