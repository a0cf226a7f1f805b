import { expect, test } from 'vitest';
import { toRun } from './run-row.ts';

const ROW = {
  ...{ namespace: 'n', workflow_id: 'w', run_id: 'r', workflow_type: 't', status: 'running' },
  ...{ started_at: 'a', closed_at: null, first_run_id: 'r', previous_run_id: null, next_run_id: null },
  ...{ parent_workflow_id: null, parent_run_id: null, event_count: 3, source: 'file' },
  ...{ root_workflow_id: null, root_run_id: null, reset_base_run_id: null },
  ...{ format: null, view_only: null, lost_from_event_id: null },
};

test('nulls become absent members', () => {
  expect(toRun(ROW)).toEqual({
    ...{ namespace: 'n', workflowId: 'w', runId: 'r', workflowType: 't', status: 'running' },
    ...{ startedAt: 'a', firstRunId: 'r', eventCount: 3, source: 'file' },
  });
});

test('links and parent are given where they are known', () => {
  const row = {
    ...ROW,
    previous_run_id: 'p',
    next_run_id: 'x',
    parent_workflow_id: 'pw',
    parent_run_id: 'pr',
    ...{ root_workflow_id: 'tw', root_run_id: 'tr', reset_base_run_id: 'b', lost_from_event_id: 4 },
    ...{ format: 'shorthand', view_only: 'not the stored bytes' },
  };
  expect(toRun({ ...row, closed_at: 'b' })).toMatchObject({
    ...{ previousRunId: 'p', nextRunId: 'x', closedAt: 'b' },
    parent: { workflowId: 'pw', runId: 'pr' },
    root: { workflowId: 'tw', runId: 'tr' },
    ...{ resetBaseRunId: 'b', lostFromEventId: 4, format: 'shorthand', viewOnly: 'not the stored bytes' },
  });
});

test('a status that this version does not know is unknown', () => {
  expect(toRun({ ...ROW, status: 'paused' }).status).toBe('unknown');
});
