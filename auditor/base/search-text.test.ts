import { expect, test } from 'vitest';
import { HistoryWriter, toPayloads } from '../decision-tree/_recorded/history-writer.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { toDecodedEvent } from './decode-event.ts';
import { toSearchText } from './search-text.ts';

const textOf = (eventType: string, attributes: JsonObject, summary?: string) =>
  toSearchText(toDecodedEvent(new HistoryWriter().add(eventType, attributes, summary)));

test('names, decoded payloads with their keys, and the summary', () => {
  const input: Json = { symbol: 'NVDA', prices: [128.1, 129], closed: true };
  const attributes = { activityType: { name: 'getQuote' }, input: toPayloads(input) };
  expect(textOf('ACTIVITY_TASK_SCHEDULED', attributes, 'a look')).toBe(
    'a look name getQuote symbol NVDA prices 128.1 129 closed',
  );
});

test('bookkeeping is left out: ids, time-outs, headers, workers', () => {
  const attributes = {
    ...{ scheduledEventId: '7', identity: 'me@host', startToCloseTimeout: '5s', requestId: 'x' },
    header: { fields: { authorization: 'secret' } },
  };
  expect(textOf('ACTIVITY_TASK_STARTED', attributes)).toBe('');
  expect(textOf('WORKFLOW_TASK_COMPLETED', { identity: 'me', sdkMetadata: { sdkName: 'x' } })).toBe('');
});

test('a failed workflow task is found by its failure; what stays encoded is not', () => {
  expect(textOf('WORKFLOW_TASK_FAILED', { failure: { message: 'boom' }, identity: 'me' })).toBe(
    'message boom',
  );
  const encrypted = {
    metadata: { encoding: Buffer.from('binary/encrypted').toString('base64') },
    data: 'AAAA',
  };
  expect(textOf('MARKER_RECORDED', { details: { payloads: [encrypted] } })).toBe('');
});

test('a raw answer that repeats the text beside it is skipped, a text without end is cut', () => {
  const result = toPayloads({ output: 'HOLD', providerData: { output: 'HOLD' } });
  expect(textOf('ACTIVITY_TASK_COMPLETED', { result })).toBe('output HOLD');
  expect(textOf('MARKER_RECORDED', { markerName: 'x'.repeat(3_000_000) }).length).toBe(1_000_000);
});
