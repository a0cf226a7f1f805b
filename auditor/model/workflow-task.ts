import type { RecordedFailure } from './activity.ts';
import type { DecodedEvent } from './history-event.ts';

/** One workflow task: the run's code was woken, ran, and answered with commands. */
export type WorkflowTask = {
  readonly scheduled: DecodedEvent;
  readonly started?: DecodedEvent;
  readonly closed?: DecodedEvent;
  readonly outcome: 'scheduled' | 'started' | 'completed' | 'failed' | 'timed-out';
  /** Worker that took the task. Absent when: none did. */
  readonly workerIdentity?: string;
  /** Names the workflow code that ran. Absent when: the worker did not say. */
  readonly buildId?: string;
  /** `NON_DETERMINISTIC_ERROR`, `RESET_WORKFLOW`, … Absent when: it did not fail. */
  readonly cause?: string;
  readonly failure?: RecordedFailure;
  /** `START_TO_CLOSE` (the worker went silent) or `SCHEDULE_TO_START` (its sticky queue was not served). */
  readonly timeoutType?: string;
};
