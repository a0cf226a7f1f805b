import { expect, test } from 'vitest';
import { readVitestReport } from './read-vitest-report.ts';
import { toSummary } from './stage.ts';

const file = (status: string, tests: number) => ({
  status,
  assertionResults: Array.from({ length: tests }, () => ({})),
});
const read = (
  counts: [total: number, passed: number, failed: number],
  files: unknown[],
  exitCode: number,
) => {
  const [numTotalTests, numPassedTests, numFailedTests] = counts;
  const report = JSON.stringify({ numTotalTests, numPassedTests, numFailedTests, testResults: files });
  return readVitestReport({ name: 'unit', report, exitCode, durationMs: 1500 });
};

test('passed, failed and skipped tests are counted', () => {
  expect(read([5, 3, 1], [file('failed', 5)], 1)).toMatchObject({
    passedCount: 3,
    failedCount: 1,
    skippedCount: 1,
  });
});

test('a file that cannot be loaded is a failure', () => {
  expect(read([2, 2, 0], [file('passed', 2), file('failed', 0)], 1).failedCount).toBe(1);
});

test('no test at all is a failure', () => {
  expect(read([0, 0, 0], [], 0)).toMatchObject({ failedCount: 1, reason: 'no test was found' });
});

test('an error outside of any test is a failure', () => {
  expect(read([2, 2, 0], [file('passed', 2)], 1)).toMatchObject({ passedCount: 2, failedCount: 1 });
});

test('a run without report is a failure', () => {
  expect(readVitestReport({ name: 'int', exitCode: null, durationMs: 1 }).failedCount).toBe(1);
});

test('the last line of the summary is the sum', () => {
  const results = [read([5, 3, 1], [file('failed', 5)], 1), read([2, 2, 0], [file('passed', 2)], 0)];
  expect(toSummary(results).split('\n').at(-1)).toBe('5 passed, 1 failed');
});
