/** Something in an index that is not as it should be. */
export type Finding = {
  /**
   * What was looked at: `schema`, `database`, `events`, `digest`, `canonical-form`, `columns`, `run`, `conflict`, `derived`, `words`.
   */
  readonly check: string;
  /** Absent when: it is about the whole index. */
  readonly workflowId?: string;
  readonly runId?: string;
  readonly eventId?: number;
  /** What is, and what should be. */
  readonly text: string;
};

/** Notes a finding about an event of the run that is looked at. */
export type Note = (check: string, eventId: number, text: string) => void;
