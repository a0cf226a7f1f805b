import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import type { HistoryEvent, Json } from '../../model/history-event.ts';
import { opensTick } from './opens-tick.ts';

const open = (write: (history: HistoryWriter) => HistoryEvent) =>
  opensTick(toDecodedEvent(write(new HistoryWriter())));
const start = (input: Json) => open((history) => history.start('selfEvolvingStockAgent', input));

test('a first run opens with discovery, a continued one after the carried tick', () => {
  expect(start({ ticker: 'NVDA' })).toEqual({ tick: 0, label: 'discovery' });
  expect(start({ carried: { tick: 14 } })).toEqual({ tick: 15, label: 'tick 15' });
});

test('the timer of a tick opens it, other timers do not', () => {
  const timer = (summary?: string) => open((history) => history.add('TIMER_STARTED', {}, summary));
  expect(timer('tick 3')).toEqual({ tick: 3, label: 'tick 3' });
  for (const other of [undefined, 'approval w-t3', 'tick', 'tick 3 ', 'tick -1', `tick ${'9'.repeat(12)}`]) {
    expect(timer(other)).toBeUndefined();
  }
});

test('without timers the first look at the market opens it', () => {
  const schedule = (name: string, input: Json) =>
    open((history) => {
      history.schedule(name, input);
      return history.events[0] ?? history.add('X');
    });
  expect(schedule('getMarketSnapshot', { symbol: 'A', tick: 5 })).toEqual({ tick: 5, label: 'tick 5' });
  expect(schedule('getNewsSnapshot', { symbol: 'A', tick: 5 })).toBeUndefined();
  for (const input of [{}, null, { tick: '5' }, { tick: 1.5 }, { tick: -2 }, { tick: 1e300 }]) {
    expect(schedule('getMarketSnapshot', input)).toBeUndefined();
  }
});
