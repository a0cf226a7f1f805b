import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { parseEventType } from './parse-event-type.ts';

const builder = new IndexBuilder();
const index = builder.open();
afterAll(() => builder.close());

test('as the index has it, however it is written', () => {
  expect(parseEventType(index, 'TIMER_FIRED')).toBe('TIMER_FIRED');
  expect(parseEventType(index, 'timer_fired')).toBe('TIMER_FIRED');
  expect(parseEventType(index, 'EVENT_TYPE_TIMER_FIRED')).toBe('TIMER_FIRED');
});

test('one that nothing has is refused with what there is', () => {
  expect(() => parseEventType(index, 'TimerFired')).toThrow(
    /"TimerFired" is no event type\. There are: .*TIMER_FIRED/,
  );
});

test('one that a newer server has written is known by that', () => {
  const own = new IndexBuilder();
  const runPk = own.run({ runId: 'a' });
  own.event(runPk, 1, {}, 'COFFEE_BREWED');
  expect(parseEventType(own.open(), 'coffee_brewed')).toBe('COFFEE_BREWED');
  own.close();
});
