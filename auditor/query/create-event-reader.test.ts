import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { createEventReader } from './create-event-reader.ts';

const builder = new IndexBuilder();
const [first, second] = [builder.run({ runId: 'a' }), builder.run({ runId: 'b' })];
for (let eventId = 1; eventId <= 12; eventId += 1) {
  for (const runPk of [first, second]) {
    builder.event(runPk, eventId, {
      eventType: 'EVENT_TYPE_TIMER_STARTED',
      timerStartedEventAttributes: { timerId: `${runPk}-${eventId}` },
    });
  }
}
afterAll(() => builder.close());

test('each event of each run, in any order, more than once', () => {
  const read = createEventReader(builder.open());
  for (const [runPk, eventId] of [
    [first, 1],
    [second, 1],
    [first, 12],
    [second, 3],
    [first, 1],
    [first, 5],
    [second, 12],
  ] as const) {
    expect(read(runPk, eventId)).toMatchObject({ eventId, attributes: { timerId: `${runPk}-${eventId}` } });
  }
});

test('an event that is not there', () => {
  const read = createEventReader(builder.open());
  expect([read(first, 13), read(first, 0), read(99, 1)]).toEqual([undefined, undefined, undefined]);
});
