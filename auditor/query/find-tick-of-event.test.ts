import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { findTickOfEvent } from './find-tick-of-event.ts';

const builder = new IndexBuilder();
const [runPk, otherPk] = [builder.run({ runId: 'a' }), builder.run({ runId: 'b' })];
for (const eventId of [1, 2, 3, 4, 5]) builder.event(runPk, eventId);
builder.tick({ runPk, tick: 4, events: [2, 3] });
builder.tick({ runPk, tick: 5, events: [4, 4] });
const index = builder.open();
afterAll(() => builder.close());

test('the tick whose stretch of events holds it, both ends included; none before, after, or in another run', () => {
  const ticks = [1, 2, 3, 4, 5].map((eventId) => findTickOfEvent(index, runPk, eventId));
  expect(ticks).toEqual([undefined, 4, 4, 5, undefined]);
  expect(findTickOfEvent(index, otherPk, 2)).toBeUndefined();
});
