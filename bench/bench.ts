/** One figure that was measured, and the most that it may be. */
export type Measured = {
  /** What was measured: `time, ours / bare`. */
  readonly name: string;
  readonly value: number;
  /** `×` for a ratio. */
  readonly unit: '×' | 'ms' | 'MB' | 'bytes' | 'events/s' | 's';
  /** Absent when: for scale only. */
  readonly atMost?: number;
};

/** A question about speed or size, answered by a measurement against a peer or a bound in the same run. */
export type Bench = {
  readonly name: string;
  readonly question: string;
  /** `folder` is empty, and gone afterwards; `say` takes a line of progress. */
  readonly run: (folder: string, say: (line: string) => void) => Promise<readonly Measured[]>;
};
