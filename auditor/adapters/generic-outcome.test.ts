import { expect, test } from 'vitest';
import { HistoryWriter, toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { tellTicks } from './_recorded/tell-ticks.ts';
import { genericAdapter } from './generic.ts';

function conclude(plan: (history: HistoryWriter) => void) {
  const history = new HistoryWriter();
  history.start('greet');
  plan(history);
  const { events } = history;
  const last = tellTicks({ run: toRunOf('greet', events), adapter: genericAdapter, events }).at(-1);
  return `${last?.tick.outcome} (${last?.tick.tone})`;
}

const failed = (cause: string, failure?: string) =>
  conclude((history) =>
    history.brokenTask(
      'WORKFLOW_TASK_FAILED',
      { cause: `WORKFLOW_TASK_FAILED_CAUSE_${cause}`, ...(failure ? { failure: { message: failure } } : {}) },
      'a',
    ),
  );

test.each([
  ['nothing scheduled', conclude(() => undefined), 'waiting for a workflow task (pending)'],
  [
    'scheduled',
    conclude((history) => history.add('WORKFLOW_TASK_SCHEDULED')),
    'waiting for a worker (pending)',
  ],
  ['decided nothing', conclude((history) => history.workflowTask()), 'looked and chose to wait (neutral)'],
  [
    'failed',
    failed('NON_DETERMINISTIC_ERROR', 'no match'),
    'workflow task failed (NON_DETERMINISTIC_ERROR): no match (bad)',
  ],
  [
    'failed for something new',
    failed('UNHANDLED_COMMAND'),
    'answered too late: something new had come (warn)',
  ],
  ['reset', failed('RESET_WORKFLOW'), 'the run was reset here (warn)'],
  [
    'sticky queue',
    conclude((history) =>
      history.brokenTask('WORKFLOW_TASK_TIMED_OUT', { timeoutType: 'TIMEOUT_TYPE_SCHEDULE_TO_START' }),
    ),
    'no worker took it from the sticky queue (warn)',
  ],
  [
    'two decisions, one of which ends the run',
    conclude((history) => {
      const workflowTaskCompletedEventId = String(history.workflowTask());
      history.timer('tea');
      history.close('WORKFLOW_EXECUTION_FAILED', {
        workflowTaskCompletedEventId,
        failure: { message: 'no tea' },
      });
    }),
    'failed the workflow: no tea and 1 more (bad)',
  ],
  [
    'terminated',
    conclude((history) => history.close('WORKFLOW_EXECUTION_TERMINATED', { identity: 'ops' })),
    'termination by ops (bad)',
  ],
])('%s', (_name, outcome, expected) => {
  expect(outcome).toBe(expected);
});
