import { expect, test } from 'vitest';
import type { JsonObject } from '../model/history-event.ts';
import { toDecodedEvent } from './decode-event.ts';
import { findSubjectName } from './subject-name.ts';

const event = (eventType: string, attributes: JsonObject = {}) =>
  toDecodedEvent({ eventId: 9, eventType, eventTime: '2026-01-01T00:00:00Z', timeMicros: 0, attributes });

test('a subject is named by the event that begins it', () => {
  const request = { input: { name: 'ask' } };
  expect(findSubjectName(event('WORKFLOW_EXECUTION_UPDATE_ACCEPTED', { acceptedRequest: request }))).toBe(
    'ask',
  );
  expect(findSubjectName(event('NEXUS_OPERATION_SCHEDULED', { operation: 'charge' }))).toBe('charge');
  expect(findSubjectName(event('ACTIVITY_TASK_SCHEDULED'))).toBe('unnamed');
  expect(findSubjectName(event('ACTIVITY_TASK_COMPLETED'))).toBeUndefined();
  const fields = { risk: {}, strategy: {} };
  expect(findSubjectName(event('WORKFLOW_PROPERTIES_MODIFIED', { upsertedMemo: { fields } }))).toBe(
    'risk, strategy',
  );
});
