import { z } from 'zod';
import { type StageResult, toFailedStage } from './stage.ts';

const reportSchema = z.looseObject({
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.looseObject({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

interface VitestRun {
  readonly name: string;
  /** Text of the JSON report. Absent when: none was written. */
  readonly report?: string;
  readonly exitCode: number | null;
  readonly durationMs: number;
}

/**
 * Counts the tests of one vitest run.
 *
 * A file that cannot be loaded has no tests and counts as one failure; so does a run without tests, and one that fails outside of any test.
 */
export function readVitestReport({ name, report, exitCode, durationMs }: VitestRun): StageResult {
  if (report === undefined) return toFailedStage(name, `no report, exit code ${exitCode}`, durationMs);
  const { numTotalTests, numPassedTests, numFailedTests, testResults } = reportSchema.parse(
    JSON.parse(report),
  );
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  if (numTotalTests + brokenFiles === 0) return toFailedStage(name, 'no test was found', durationMs);
  const failedCount = numFailedTests + brokenFiles;
  const failedOutside = failedCount === 0 && exitCode !== 0 ? 1 : 0;
  return {
    name,
    passedCount: numPassedTests,
    failedCount: failedCount + failedOutside,
    skippedCount: numTotalTests - numPassedTests - numFailedTests,
    durationMs,
    ...(failedOutside === 1 ? { reason: 'an error outside of any test' } : {}),
  };
}
