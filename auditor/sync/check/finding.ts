/** Something in an index that is not as it should be. */
export type Finding = {
  /** What was looked at: `database`, `events`, `digest`, `canonical-form`, `columns`, `run`, `conflict`, `derived`, `words`. */
  readonly check: string;
  /** Absent when: it is about the whole index. */
  readonly workflowId?: string;
  readonly runId?: string;
  readonly eventId?: number;
  /** What is, and what should be. */
  readonly text: string;
};
