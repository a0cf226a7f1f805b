import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { toCanonicalJson } from '../base/canonical-json.ts';
import { toPayloads } from '../decision-tree/_recorded/history-writer.ts';
import { IndexBuilder } from './_index/index-builder.ts';
import { getEvent } from './get-event.ts';

const builder = new IndexBuilder();
const runPk = builder.run({ runId: 'a' });
builder.event(runPk, 1);
builder.event(runPk, 2, { timerStartedEventAttributes: { input: toPayloads({ priceCents: 5 }) } });
builder.tick({ runPk, tick: 4, events: [2, 2] });
const index = builder.open();
afterAll(() => builder.close());
const name = { workflowId: 'w', runId: 'a' };

test('the record, what it says, its digest and its tick', () => {
  const stored = getEvent(index, { ...name, eventId: 2 });
  expect(stored.decoded).toMatchObject({ timerStartedEventAttributes: { input: [{ priceCents: 5 }] } });
  const digest = createHash('sha256').update(toCanonicalJson(stored.event)).digest('hex');
  expect([stored.sha256, stored.tick]).toEqual([digest, 4]);
});

test('an event outside of any tick has none', () => {
  expect(getEvent(index, { ...name, eventId: 1 })).not.toHaveProperty('tick');
});

test('an event that is not there: which ones are', () => {
  expect(() => getEvent(index, { ...name, eventId: 9 })).toThrow(
    'Run a has no event 9. Events 1 to 2 are stored.',
  );
});
