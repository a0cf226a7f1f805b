import { expect, test } from 'vitest';
import { openScratch } from './open-scratch.ts';
import {
  isRareEventType,
  isRareKind,
  isRareStatus,
  RARE_EVENT_TYPE,
  RARE_KIND,
  RARE_STATUS,
} from './rare-values.ts';

test.each([
  ['event_by_rare_type', RARE_EVENT_TYPE, 'event', 'event_type'],
  ['event_group_by_kind', RARE_KIND, 'event_group', 'kind'],
  ['event_group_by_status', RARE_STATUS, 'event_group', 'status'],
])('%s is used where a query says its condition', (index, condition, table, column) => {
  const { db, close } = openScratch();
  const plan = db
    .prepare<unknown[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE ${column} = ? AND ${condition}`,
    )
    .all('x');
  close();
  expect(plan.map(({ detail }) => detail).join()).toContain(index);
});

test('what most events are is not rare', () => {
  expect(['WORKFLOW_TASK_STARTED', 'ACTIVITY_TASK_FAILED'].map(isRareEventType)).toEqual([false, true]);
  expect(['activity', 'signal'].map(isRareKind)).toEqual([false, true]);
  expect(['completed', 'failed'].map(isRareStatus)).toEqual([false, true]);
});
