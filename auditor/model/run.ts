/** Identity of one workflow execution. */
export type RunKey = { readonly namespace: string; readonly workflowId: string; readonly runId: string };

/** `unknown`: a word that this version does not know. */
export const RUN_STATUSES = [
  'running',
  'completed',
  'failed',
  'canceled',
  'terminated',
  'continued-as-new',
  'timed-out',
  'unknown',
] as const;

export type RunStatus = (typeof RUN_STATUSES)[number];

/** Facts of one run, all from its history and from where it was read. */
export type Run = RunKey & {
  readonly workflowType: string;
  readonly status: RunStatus;
  /** RFC 3339. */
  readonly startedAt: string;
  /** Absent when: still open. */
  readonly closedAt?: string;
  /** First run of the chain; the run itself when it was not continued. */
  readonly firstRunId: string;
  /** Absent when: first of the chain. */
  readonly previousRunId?: string;
  /** Absent when: last of the chain. */
  readonly nextRunId?: string;
  /** Absent when: not a child. */
  readonly parent?: { readonly workflowId: string; readonly runId: string };
  /** Events stored here, always 1…n without a gap. */
  readonly eventCount: number;
  /** `server` or `file`. */
  readonly source: string;
  /** Form of the file that was read first, `canonical-json`, `cloud-export`. Absent when: read from a server. */
  readonly format?: string;
  /** Why this copy cannot be replayed: bytes of it are not those of the server. Absent when: all are. */
  readonly viewOnly?: string;
  /** Run at the top of the tree of parents. Absent when: this one, or not recorded. */
  readonly root?: { readonly workflowId: string; readonly runId: string };
  /** Run that this one was reset from. Absent when: it was not. */
  readonly resetBaseRunId?: string;
  /** First event that the server no longer had when it was asked for. Absent when: nothing is lost. */
  readonly lostFromEventId?: number;
};

/** A run as it stands in the index. */
export type ChainRun = Run & {
  /** Contents that came for an event that was stored with another one: an alarm, both are kept. */
  readonly conflicts: number;
  /** From the time of the newest event (the server's clock) to its storing (this machine's clock). Absent when: read from a file. */
  readonly lagMs?: number;
  /** RFC 3339, this machine's clock: when the server last said that there is nothing newer. Absent when: it never did. */
  readonly confirmedAt?: string;
  /** Of all its ticks. */
  readonly modelCalls: number;
  readonly toolCalls: number;
  /** Sum over the model calls. Absent when: none of them says. */
  readonly inputTokens?: number;
  readonly outputTokens?: number;
};

/** All runs of one workflow id that continued each other, oldest first. */
export type RunChain = {
  readonly namespace: string;
  readonly workflowId: string;
  readonly firstRunId: string;
  readonly workflowType: string;
  /** Status of the newest run. */
  readonly status: RunStatus;
  readonly runs: readonly ChainRun[];
  readonly tickCount: number;
};
