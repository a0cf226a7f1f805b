import { expect, test } from 'vitest';
import { SAMPLE_RUN, sampleEvents, sampleTick } from './_scripted/sample-rows.ts';
import { copyRun } from './copy-run.ts';
import { findStoredRun } from './find-run.ts';
import { openScratch } from './open-scratch.ts';
import { writeDerived } from './write-derived.ts';
import { writeEvents } from './write-events.ts';
import { writeRun } from './write-run.ts';

test('a run is copied as it was before its first event; the run before comes with what it left', () => {
  const [from, to] = [openScratch(), openScratch()];
  const before = { ...SAMPLE_RUN, runId: 'run-0', status: 'continued-as-new' } as const;
  const run = { ...SAMPLE_RUN, eventCount: 3, previousRunId: 'run-0' };
  const derived = {
    adapter: 'a/1',
    openFromEventId: 1,
    derivedEventCount: 3,
    modelCalls: [],
    toolCalls: [],
    toolFields: [],
    laterAnswers: [],
  };
  const beforePk = writeRun(from.db, { run: before, pulledAtMicros: 1 });
  writeDerived(from.db, { ...derived, runPk: beforePk, fromEventId: 1, ticks: [], carry: { tick: 7 } });
  const runPk = writeRun(from.db, { run: { ...run, status: 'completed' }, pulledAtMicros: 1 });
  writeEvents(from.db, { runPk, eventCount: 0, nowMicros: 1 }, sampleEvents(1, 3));
  writeDerived(from.db, { ...derived, runPk, fromEventId: 1, ticks: [{ tick: sampleTick(1, 1, 3) }] });
  copyRun(from.db, to.db, runPk);
  expect(findStoredRun(to.db, run)).toEqual({
    ...{ pk: runPk, openFromEventId: 1, derivedEventCount: 0 },
    run: { ...run, status: 'running', eventCount: 0 },
  });
  expect(findStoredRun(to.db, before)?.carry).toEqual({ tick: 7 });
  expect(to.db.prepare('SELECT count(*) AS n FROM event').get()).toEqual({ n: 0 });
});
