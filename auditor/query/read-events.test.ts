import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { readEventText, readEventTexts } from './read-events.ts';

const builder = new IndexBuilder();
const runPk = builder.run({ runId: 'a' });
const other = builder.run({ runId: 'b' });
for (let eventId = 1; eventId <= 5; eventId += 1) builder.event(runPk, eventId);
builder.event(other, 1, { eventType: 'other' });
const index = builder.open();
afterAll(() => builder.close());

const read = (from: number, to?: number) =>
  [...readEventTexts(index, runPk, from, to)].map(({ eventId, canonical }) => {
    expect(JSON.parse(canonical).eventId).toBe(String(eventId));
    return eventId;
  });

test('the events asked for, across pages, and no others', () => {
  expect(read(1)).toEqual([1, 2, 3, 4, 5]);
  expect(read(2, 4)).toEqual([2, 3, 4]);
  expect(read(6)).toEqual([]);
  expect(read(4, 99)).toEqual([4, 5]);
});

test('one event, or none', () => {
  expect(readEventText(index, other, 1)).toContain('"other"');
  expect(readEventText(index, other, 2)).toBeUndefined();
});
