import { expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { getIndexStatus } from './get-index-status.ts';

test('an empty index holds nothing and lags behind nothing', () => {
  const builder = new IndexBuilder();
  const status = getIndexStatus(builder.open());
  expect(status).toMatchObject({ runCount: 0, eventCount: 0, conflictCount: 0 });
  expect(status).not.toHaveProperty('lagMs');
  builder.close();
});

test('counts, and how late the newest event was stored by a follower', () => {
  const builder = new IndexBuilder();
  const pulledAtMicros = Date.UTC(2026, 0, 5, 14, 0, 4) * 1000;
  builder.event(builder.run({ runId: 'a' }), 1);
  const newest = builder.run({ runId: 'b', pulledAtMicros, lagMicros: 2_000_000 });
  for (const eventId of [1, 2]) builder.event(newest, eventId);
  expect(getIndexStatus(builder.open())).toMatchObject({
    ...{ runCount: 2, eventCount: 3, newestEventTime: '2026-01-05T14:00:02Z', lagMs: 2000 },
  });
  builder.close();
});

test('what was imported or pulled last lags behind nothing', () => {
  const builder = new IndexBuilder();
  builder.event(builder.run({ runId: 'a', lagMicros: 5, pulledAtMicros: 1 }), 1);
  builder.event(builder.run({ runId: 'b', pulledAtMicros: 2 }), 1);
  const status = getIndexStatus(builder.open());
  expect(status.newestEventTime).toBe('2026-01-05T14:00:01Z');
  expect(status).not.toHaveProperty('lagMs');
  builder.close();
});

test('the version changes when something was stored', () => {
  const builder = new IndexBuilder();
  const before = getIndexStatus(builder.open()).dataVersion;
  builder.run({ runId: 'a' });
  expect(getIndexStatus(builder.open()).dataVersion).not.toBe(before);
  builder.close();
});
