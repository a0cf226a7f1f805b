import { expect, test } from 'vitest';
import { formatFuzzReport } from './fuzz-report.ts';

test('a table', () => {
  const outcomes = new Map([
    ['accepted binary', 10],
    ['refused history-invalid', 90],
  ]);
  expect(formatFuzzReport({ seed: 7, count: 100, durationMs: 500, outcomes, found: [] })).toBe(
    [
      'broken histories                100',
      'refused history-invalid          90',
      'accepted binary                  10',
      'findings                          0',
      'seed                              7',
      'time                          0.5 s',
      'rate                          200/s',
    ].join('\n'),
  );
});
