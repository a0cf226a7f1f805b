import type { DecodedEvent } from '../../model/history-event.ts';
import { toRole } from '../generic-roles.ts';

// Server and clock need less than this from the answer to a workflow task to the next task of the same transaction; a person needs more.
const AT_ONCE_MICROS = 100_000;

/** Follows what the workflow tasks of a turn were scheduled for. */
export type TaskWatch = {
  readonly observe: (event: DecodedEvent) => void;
  /** Whether no event says why this WORKFLOW_TASK_SCHEDULED came: something that leaves no event of its own, an update. */
  readonly isUnexplained: (scheduled: DecodedEvent) => boolean;
  /** Whether no event says why the last workflow task came, be it an update or a heartbeat. */
  readonly wasUnexplained: () => boolean;
};

export function createTaskWatch(): TaskWatch {
  let explained = false;
  let lastUnexplained = false;
  let completed: DecodedEvent | undefined;
  return {
    observe: (event) => {
      const { eventType } = event;
      if (eventType === 'WORKFLOW_TASK_SCHEDULED') {
        lastUnexplained = !explained;
        explained = false;
      } else if (eventType === 'WORKFLOW_TASK_COMPLETED') {
        completed = event;
      } else if (eventType === 'WORKFLOW_TASK_FAILED' || eventType === 'WORKFLOW_TASK_TIMED_OUT') {
        explained = true;
      } else if (toRole(event) === 'stimulus') {
        explained = true;
      }
    },
    // A worker that is busy with a local activity answers its task and gets the next one at once, again and again.
    isUnexplained: ({ timeMicros }) =>
      !explained && !(completed && Math.abs(timeMicros - completed.timeMicros) < AT_ONCE_MICROS),
    wasUnexplained: () => lastUnexplained,
  };
}
