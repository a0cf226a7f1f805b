/** What one stage of `npm test` counted. A check counts as one. */
export interface StageResult {
  readonly name: string;
  readonly passedCount: number;
  readonly failedCount: number;
  readonly skippedCount: number;
  readonly durationMs: number;
  /** Why nothing could be counted. Absent when: it ran. */
  readonly reason?: string;
}

/** Counts of a stage that could not run: one failure, never a silent nothing. */
export function toFailedStage(name: string, reason: string, durationMs: number): StageResult {
  return { name, passedCount: 0, failedCount: 1, skippedCount: 0, durationMs, reason };
}

/** The table and, as its last line, the sum over all stages. */
export function toSummary(results: readonly StageResult[]): string {
  const sum = (pick: (result: StageResult) => number): number =>
    results.reduce((total, result) => total + pick(result), 0);
  const rows = results.map((result) =>
    [
      result.name.padEnd(12),
      String(result.passedCount).padStart(6),
      String(result.failedCount).padStart(6),
      String(result.skippedCount).padStart(7),
      `${(result.durationMs / 1000).toFixed(1)} s`.padStart(9),
      result.reason === undefined ? '' : `  ${result.reason}`,
    ].join(' '),
  );
  const head = `${'stage'.padEnd(12)} passed failed skipped      time`;
  const last = `${sum((result) => result.passedCount)} passed, ${sum((result) => result.failedCount)} failed`;
  return [head, ...rows, '', last].join('\n');
}
