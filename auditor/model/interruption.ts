import type { Citation } from './citation.ts';

/** Something that disturbed a tick from outside its logic. */
export type Interruption = {
  readonly kind:
    | 'worker-lost'
    | 'worker-changed'
    | 'code-changed'
    | 'activity-retried'
    | 'workflow-task-failed'
    | 'reset';
  /** Event that shows it first. */
  readonly eventId: number;
  readonly eventTime: string;
  /** Short: `worker lost`, `placeOrder retried`. */
  readonly title: string;
  /** One or two sentences from the record. */
  readonly text: string;
  /** Message of the error, foreign text. Absent when: none. */
  readonly quote?: string;
  readonly citations: readonly Citation[];
};
