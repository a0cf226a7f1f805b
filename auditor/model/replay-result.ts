/** Outcome of replaying one history against a workflow bundle. */
export type ReplayResult = {
  /** File name or run. */
  readonly name: string;
  readonly verdict: 'match' | 'diverged' | 'not-replayable';
  readonly workflowId: string;
  readonly workflowType: string;
  readonly eventCount: number;
  readonly durationMs: number;
  /** SHA-256 of the bundle that replayed. */
  readonly bundleDigest: string;
  /** Why not `match`: one sentence. Absent when: match. */
  readonly reason?: string;
  /** Where it diverged. Absent when: match, or unknown. */
  readonly divergence?: {
    /** WORKFLOW_TASK_STARTED id of the diverging workflow task. */
    readonly workflowTaskEventId: number;
    /** Event that the code does not agree with. Absent when: the SDK does not name it. */
    readonly eventId?: number;
    /** The agent's tick, where the history names it. */
    readonly tick?: number;
    /** What the history has. */
    readonly recorded?: string;
    /** What the code wants. */
    readonly replayed?: string;
  };
};
