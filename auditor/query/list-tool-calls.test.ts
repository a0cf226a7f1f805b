import { afterAll, expect, test } from 'vitest';
import { openRecordedIndex } from './_recorded/recorded-index.ts';
import { getEvent } from './get-event.ts';
import { listRuns } from './list-runs.ts';
import { listTicks } from './list-ticks.ts';
import { listToolCalls } from './list-tool-calls.ts';

const { index, close } = openRecordedIndex(['normal-20-ticks']);
afterAll(close);
const workflowId = listRuns(index).items[0]?.workflowId ?? '';

test('as many as the ticks count, each with the place of its arguments and its result', () => {
  const { items } = listToolCalls(index, { workflowId, limit: 1000 });
  const counted = listTicks(index, { workflowId }).reduce((sum, { toolCalls }) => sum + toolCalls, 0);
  expect(items).toHaveLength(counted);
  for (const { runId, arguments: place, result } of items) {
    const { eventId } = getEvent(index, { workflowId, runId, eventId: place.eventId }).event;
    expect(eventId).toBe(String(place.eventId));
    expect(result?.eventId).toBeGreaterThan(place.eventId);
  }
});

test('filters by tick, tool and status', () => {
  const [first] = listToolCalls(index, { workflowId }).items;
  if (!first) throw new Error('no tool call');
  const { name, tick, status } = first;
  const { items } = listToolCalls(index, { workflowId, tick, name, status });
  expect(items).toContainEqual(first);
  expect(listToolCalls(index, { workflowId, name: 'nothing' }).items).toEqual([]);
});
