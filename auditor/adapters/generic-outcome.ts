import type { TickConclusion } from '../model/adapter.ts';
import type { WorkflowTask } from '../model/workflow-task.ts';
import { toExcerpt } from './excerpt.ts';
import { endsRun } from './generic-roles.ts';
import type { GenericTick } from './generic-tick.ts';
import { toEventWords } from './generic-words.ts';

type Outcome = Pick<TickConclusion, 'outcome' | 'tone'>;

/** What the workflow task came to, in one phrase. */
export function toGenericOutcome(tick: GenericTick): Outcome {
  const { ended, nameOf, task } = tick;
  const [end] = ended;
  if (end) return { outcome: toEventWords(end, nameOf).text, tone: 'bad' };
  if (!task) return { outcome: 'waiting for a workflow task', tone: 'pending' };
  switch (task.outcome) {
    case 'scheduled':
      return { outcome: 'waiting for a worker', tone: 'pending' };
    case 'started':
      return { outcome: 'a worker is deciding', tone: 'pending' };
    case 'failed':
      return toFailed(task);
    case 'timed-out':
      return task.timeoutType === 'SCHEDULE_TO_START'
        ? { outcome: 'no worker took it from the sticky queue', tone: 'warn' }
        : { outcome: 'the worker did not answer in time', tone: 'bad' };
    case 'completed':
      return toDecided(tick);
    default:
      return task.outcome satisfies never;
  }
}

function toFailed({ cause = '', failure, scheduled }: WorkflowTask): Outcome {
  if (cause === 'RESET_WORKFLOW') return { outcome: 'the run was reset here', tone: 'warn' };
  if (cause === 'UNHANDLED_COMMAND') {
    return { outcome: 'answered too late: something new had come', tone: 'warn' };
  }
  const why = failure?.message ? `: ${toExcerpt(failure.message, scheduled.eventId, 120)}` : '';
  return { outcome: `workflow task failed (${toExcerpt(cause, scheduled.eventId, 60)})${why}`, tone: 'bad' };
}

function toDecided({ decided, nameOf, span }: GenericTick): Outcome {
  const closing = decided.find(endsRun);
  const shown = closing ?? decided[0];
  if (!shown) return { outcome: 'looked and chose to wait', tone: 'neutral' };
  const { text, tone } = toEventWords(shown, nameOf);
  const outcome = decided.length === 1 ? text : `${text} and ${decided.length - 1} more`;
  return { outcome, tone: closing ? tone : span.status === 'open' ? 'pending' : 'neutral' };
}
