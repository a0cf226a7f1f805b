import type { DecodedEvent, Json } from './history-event.ts';

/** Why an attempt or a whole activity failed, as the worker or the server said it. */
export type RecordedFailure = {
  /** Hostile text: an error message may hold anything. */
  readonly message: string;
  /** Type of an application failure, `ServerError`. Absent when: not given. */
  readonly type?: string;
  /** `START_TO_CLOSE`, `HEARTBEAT`, `SCHEDULE_TO_START`, `SCHEDULE_TO_CLOSE`. Absent when: not a timeout. */
  readonly timeoutType?: string;
};

/**
 * One activity of a run, put together from its events.
 *
 * Only the last attempt is in a history: earlier ones leave their number and their last failure.
 */
export type Activity = {
  /**
   * `local-activity`: one MARKER_RECORDED event, which is `scheduled`, `started` and `closed` at once; its input is not recorded.
   * `nexus-operation`: the events of a Nexus operation, its name as `activityType`.
   */
  readonly kind: 'activity' | 'local-activity' | 'nexus-operation';
  readonly activityId: string;
  readonly activityType: string;
  readonly scheduled: DecodedEvent;
  /** Absent when: no attempt was reported yet; the server writes it only when the last attempt ends. */
  readonly started?: DecodedEvent;
  /** Absent when: not over. */
  readonly closed?: DecodedEvent;
  readonly outcome: 'pending' | 'completed' | 'failed' | 'timed-out' | 'canceled';
  readonly input: readonly Json[];
  /** Absent when: not completed, or completed with nothing. */
  readonly result?: readonly Json[];
  /** Number of the last attempt. Absent when: `started` is. */
  readonly attempt?: number;
  /** Of the attempt before the last. Absent when: none failed. */
  readonly lastFailure?: RecordedFailure;
  /** Of the whole activity. Absent when: it did not fail or time out. */
  readonly failure?: RecordedFailure;
  /** Worker that made the last attempt. */
  readonly workerIdentity?: string;
  /** From scheduled to closed, waiting and retries included. */
  readonly durationMs?: number;
};
