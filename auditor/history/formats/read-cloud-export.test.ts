import { expect, test } from 'vitest';
import { toCloudExport } from '../_scripted/foreign-forms.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';
import { parseHistories } from '../read-history-file.ts';

test('several runs, one of them twice as exports may have it', () => {
  const bytes = toCloudExport([sampleHistory('a'), sampleHistory('b'), sampleHistory('a')]);
  expect(parseHistories(bytes, 'x').map(({ ids, eventCount }) => [ids.runId, eventCount])).toEqual([
    ['a', 8],
    ['b', 8],
    ['a', 8],
  ]);
});

test('cut off, or with a run that is damaged', () => {
  const bytes = toCloudExport([sampleHistory('a'), sampleHistory('b')]);
  expect(() => parseHistories(bytes.subarray(0, -1), 'x.bin')).toThrow(
    'x.bin is cut off or damaged after run number 1.',
  );
  const gap = toCloudExport([sampleHistory('a'), sampleHistory('b').slice(1)]);
  expect(() => parseHistories(gap, 'x.bin')).toThrow(
    "x.bin: run number 2 of the file : event 1 is missing; a run's events are numbered from 1.",
  );
});
