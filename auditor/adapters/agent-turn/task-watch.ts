import type { DecodedEvent } from '../../model/history-event.ts';
import { toRole } from '../generic-roles.ts';

// A server writes both events of a heartbeat in one transaction, 0.04 ms apart where it was seen; a client on the same machine answered a
// reply with its next update after 2.6 ms.
const AT_ONCE_MICROS = 10_000;

/** Follows what the workflow tasks of a turn were scheduled for. */
type TaskWatch = {
  readonly observe: (event: DecodedEvent) => void;
  /** Whether no event says why this WORKFLOW_TASK_SCHEDULED came: something that leaves no event of its own, an update. */
  readonly isUnexplained: (scheduled: DecodedEvent) => boolean;
  /** Whether no event says why the last workflow task came, be it an update or a heartbeat. */
  readonly wasUnexplained: () => boolean;
};

export function createTaskWatch(): TaskWatch {
  let explained = false;
  let lastUnexplained = false;
  let answered: DecodedEvent | undefined;
  return {
    observe: (event) => {
      const { eventType } = event;
      if (eventType === 'WORKFLOW_TASK_SCHEDULED') {
        lastUnexplained = !explained;
        explained = false;
      } else if (eventType === 'WORKFLOW_TASK_STARTED') {
        // The code is told of everything up to here; what comes later is recorded after its answer.
        explained = false;
      } else if (eventType === 'WORKFLOW_TASK_COMPLETED') {
        answered = event;
      } else if (eventType === 'WORKFLOW_TASK_FAILED' || eventType === 'WORKFLOW_TASK_TIMED_OUT') {
        explained = true;
      } else if (toRole(event) === 'stimulus') {
        explained = true;
      } else if (toRole(event) === 'decision' && eventType !== 'MARKER_RECORDED') {
        answered = undefined;
      }
    },
    // A worker that is busy with a local activity answers its task with nothing and gets the next one at once, again and again.
    isUnexplained: ({ timeMicros }) =>
      !explained && !(answered && Math.abs(timeMicros - answered.timeMicros) < AT_ONCE_MICROS),
    wasUnexplained: () => lastUnexplained,
  };
}
