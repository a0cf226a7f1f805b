import { expect, test } from 'vitest';
import { EVENT_TYPE, toScreamingCase } from './compiled-type.ts';

test('fields with their kind, shape and presence', () => {
  expect(EVENT_TYPE.fields.get('eventId')).toMatchObject({
    kind: 'scalar',
    scalar: 'int64',
    isImplicit: true,
  });
  expect(EVENT_TYPE.fields.get('links')).toMatchObject({ kind: 'message', shape: 'list' });
  expect(EVENT_TYPE.fields.get('eventTime')).toMatchObject({ type: { form: 'time' } });
  expect(EVENT_TYPE.fields.get('timerFiredEventAttributes')).toMatchObject({ oneof: 'attributes' });
});

test('presence is known of types that nobody has used yet', () => {
  const scheduled = EVENT_TYPE.fields.get('activityTaskScheduledEventAttributes');
  const fields = scheduled?.kind === 'message' ? scheduled.type.fields : new Map();
  expect(fields.get('activityId')).toMatchObject({ isImplicit: true });
  const queue = fields.get('taskQueue');
  expect(queue?.type.fields.get('name')).toMatchObject({ isImplicit: true });
});

test('other spellings, wrappers and enum names', () => {
  expect(EVENT_TYPE.aliases.get('event_id')).toBe('eventId');
  expect(EVENT_TYPE.aliases.get('TimerFiredEventAttributes')).toBe('timerFiredEventAttributes');
  expect([...EVENT_TYPE.wrappers]).toEqual(['Attributes']);
  const field = EVENT_TYPE.fields.get('eventType');
  const enumeration = field?.kind === 'enum' ? field.enumeration : undefined;
  expect(enumeration?.prefix).toBe('EVENT_TYPE_');
  expect(enumeration?.names.get(1)).toBe('EVENT_TYPE_WORKFLOW_EXECUTION_STARTED');
  expect(toScreamingCase('StartToClose')).toBe('START_TO_CLOSE');
});
