import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from './_recorded/recorded-index.ts';
import { listModelCalls } from './list-model-calls.ts';
import { listRuns } from './list-runs.ts';
import { listTicks } from './list-ticks.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks']);
afterAll(close);
const workflowId = listRuns(index).items[0]?.workflowId ?? '';

test('as many calls as the ticks count, in the order of their events', () => {
  const { items } = listModelCalls(index, { workflowId, limit: 1000 });
  const counted = listTicks(index, { workflowId }).reduce((sum, { modelCalls }) => sum + modelCalls, 0);
  expect(items).toHaveLength(counted);
  expect(items.map(({ eventId }) => eventId)).toEqual(
    items.map(({ eventId }) => eventId).sort((a, b) => a - b),
  );
  expect(items[0]).toMatchObject({ framework: 'openai-agents', status: 'completed', attempt: 1 });
});

test('filters by tick, model and status', () => {
  const { items } = listModelCalls(index, { workflowId, tick: 14 });
  expect(new Set(items.map(({ tick }) => tick))).toEqual(new Set([14]));
  const name = items[0]?.requestModel;
  expect(listModelCalls(index, { workflowId, tick: 14, name }).items).toEqual(items);
  expect(listModelCalls(index, { workflowId, name: "' OR 1=1 --" }).items).toEqual([]);
  expect(listModelCalls(index, { workflowId, status: 'failed' }).items).toEqual([]);
});
