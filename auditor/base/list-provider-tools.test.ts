import { expect, test } from 'vitest';
import type { ModelItem, ProviderRun } from '../model/model-call.ts';
import { listProviderTools, toProviderRun } from './list-provider-tools.ts';

const event = {
  ...{ eventId: 1, eventType: 'ACTIVITY_TASK_COMPLETED', eventTime: '2026-01-01T00:00:00Z' },
  ...{ timeMicros: 0, attributesKey: 'x', attributes: {} },
};
const place = { event, path: [] };

const call = (id: string, byProvider?: ProviderRun): ModelItem => ({
  ...{ kind: 'tool-call', place },
  call: { id, name: 'search', arguments: {}, place, ...(byProvider ? { byProvider } : {}) },
});
const result = (callId: string, text: string, byProvider?: ProviderRun): ModelItem => ({
  ...{ kind: 'tool-result', callId, text, place },
  ...(byProvider ? { byProvider } : {}),
});

test('ids join call and result, and order does without them', () => {
  const items = [
    ...[call('a', 'unknown'), call('', 'unknown'), call('', 'unknown'), call('w')],
    ...[result('', '1', 'completed'), result('a', '2', 'failed'), result('', '3', 'completed')],
    result('w', 'of the workflow'),
  ];
  expect(listProviderTools(items).map(({ toolCall, told }) => [toolCall.id, told?.text])).toEqual([
    ['a', '2'],
    ['', '1'],
    ['', '3'],
  ]);
});

test('a result says how it went, else the call does', () => {
  const [first, second] = listProviderTools([
    ...[call('a', 'completed'), call('b', 'unknown')],
    result('b', '', 'failed'),
  ]);
  expect(first && toProviderRun(first.toolCall, first.told)).toBe('completed');
  expect(second && toProviderRun(second.toolCall, second.told)).toBe('failed');
});
