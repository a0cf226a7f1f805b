import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter, toPayloads } from '../decision-tree/_recorded/history-writer.ts';
import type { JsonObject } from '../model/history-event.ts';
import { findEventPayload, toPayloadExcerpt } from './event-payload.ts';

const read = (eventType: string, attributes: JsonObject) =>
  findEventPayload(toDecodedEvent(new HistoryWriter().add(eventType, attributes)));

test.each([
  ['WORKFLOW_EXECUTION_SIGNALED', { input: toPayloads('stop', 3) }, 'input stop, 3 at input'],
  [
    'WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
    { acceptedRequest: { input: { args: toPayloads({ a: 1 }) } } },
    'input {"a":1} at acceptedRequest/input/args',
  ],
  [
    'WORKFLOW_EXECUTION_UPDATE_COMPLETED',
    { outcome: { success: toPayloads('ok') } },
    'result ok at outcome/success',
  ],
  ['ACTIVITY_TASK_COMPLETED', { result: toPayloads(null) }, 'result null at result'],
])('%s', (eventType, attributes, words) => {
  const found = read(eventType, attributes);
  expect(found && `${found.name} ${toPayloadExcerpt(found, 1)} at ${found.path.join('/')}`).toBe(words);
});

test('absent where an event carries nothing', () => {
  expect(read('TIMER_FIRED', {})).toBeUndefined();
  expect(read('WORKFLOW_EXECUTION_SIGNALED', { input: { payloads: [] } })).toBeUndefined();
});
