import { expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { readHistory } from './read-history.ts';

test('every event once, in order, as JSON that can be read, in bounded chunks', () => {
  const builder = new IndexBuilder();
  const runPk = builder.run({ runId: 'a' });
  for (let eventId = 1; eventId <= 1001; eventId += 1) builder.event(runPk, eventId);
  const chunks = [...readHistory(builder.open(), { workflowId: 'w', runId: 'a' })];
  const { events } = JSON.parse(chunks.join(''));
  expect(events.map((event: { eventId: string }) => Number(event.eventId))).toEqual(
    Array.from({ length: 1001 }, (_, index) => index + 1),
  );
  builder.close();
});

test('a run without events is an empty history; a run that is not there is refused before anything is read', () => {
  const builder = new IndexBuilder();
  builder.run({ runId: 'a' });
  const index = builder.open();
  expect([...readHistory(index, { workflowId: 'w', runId: 'a' })].join('')).toBe('{"events":[]}\n');
  expect(() => readHistory(index, { workflowId: 'w', runId: 'x' })).toThrow(/is not indexed/);
  builder.close();
});
