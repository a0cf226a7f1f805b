import { expect, test } from 'vitest';
import { toEventReferences } from './event-references.ts';
import { EVENT_TYPES, HISTORY_EVENT } from './temporal-descriptors.ts';

/** They name events of another run, or what a worker says it had seen. */
const NOT_OF_THE_RUN = new Set([
  'parentInitiatedEventId',
  'externalInitiatedEventId',
  'acceptedRequestSequencingEventId',
  'rejectedRequestSequencingEventId',
]);

const toScreaming = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

test('every field that holds an id of the same run is known, and names a type that exists', () => {
  const seen: string[] = [];
  for (const field of HISTORY_EVENT.fieldsArray) {
    const attributes = field.resolve().resolvedType;
    if (!field.name.endsWith('EventAttributes') || attributes === null || !('fieldsArray' in attributes))
      continue;
    const type = toScreaming(field.name.replace('EventAttributes', ''));
    const known = toEventReferences(type).fields;
    for (const { name } of attributes.fieldsArray) {
      if (!name.endsWith('EventId') || NOT_OF_THE_RUN.has(name)) continue;
      expect(
        known.map((reference) => reference.field),
        `${type}.${name}`,
      ).toContain(name);
      seen.push(name);
    }
    for (const { to } of known) expect(EVENT_TYPES).toContain(to);
  }
  expect(seen.length).toBeGreaterThan(60);
});

test('what is started and closed once', () => {
  const does = (type: string) => [toEventReferences(type).does, toEventReferences(type).fields[0]?.field];
  expect(does('ACTIVITY_TASK_STARTED')).toEqual(['starts', 'scheduledEventId']);
  expect(does('TIMER_CANCELED')).toEqual(['closes', 'startedEventId']);
  expect(does('NEXUS_OPERATION_CANCEL_REQUEST_FAILED')).toEqual(['closes', 'requestedEventId']);
  expect(does('ACTIVITY_TASK_CANCEL_REQUESTED')[0]).toBeUndefined();
  expect(toEventReferences('COMET').fields).toEqual([
    { field: 'workflowTaskCompletedEventId', to: 'WORKFLOW_TASK_COMPLETED' },
  ]);
});
