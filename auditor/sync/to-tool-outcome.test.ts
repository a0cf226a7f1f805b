import { expect, test } from 'vitest';
import { toPlaceOf, writeActivity } from '../adapters/_recorded/read-activity.ts';
import { toToolOutcome } from './to-tool-outcome.ts';

const activity = writeActivity('buy', {}, 'bought');
const place = toPlaceOf(activity, 'p');
const toolCall = { id: 'c', name: 'buy', arguments: {}, place };
const told = { kind: 'tool-result' as const, callId: 'c', text: 'no', place };

test('an activity says how it went and holds the result', () => {
  expect(toToolOutcome({ toolCall, activity, told })).toMatchObject({
    ...{ ran_as: 'activity', status: 'completed', activity_event_id: activity.scheduled.eventId },
    ...{ result_event_id: activity.closed?.eventId },
    result_pointer: '/activityTaskCompletedEventAttributes/result/0',
  });
});

test('without one, what the model was told is all that is known: not whether it ran', () => {
  expect(toToolOutcome({ toolCall, told })).toMatchObject({
    ...{ ran_as: 'workflow', status: 'answered', activity_event_id: null },
    ...{ result_event_id: place.event.eventId, attempt: null, duration_ms: null },
  });
  expect(toToolOutcome({ toolCall, told, nested: [] })).toMatchObject({
    ran_as: 'agent',
    status: 'completed',
  });
  expect(toToolOutcome({ toolCall, told: { ...told, isError: true } })).toMatchObject({ status: 'failed' });
  expect(toToolOutcome({ toolCall })).toMatchObject({ ran_as: 'unknown', status: 'unknown' });
});

test('a tool of the provider is as its result says, else as its call does', () => {
  const ofProvider = { ...toolCall, byProvider: 'unknown' as const };
  expect(toToolOutcome({ toolCall: ofProvider })).toMatchObject({ ran_as: 'provider', status: 'unknown' });
  const failed = { ...told, byProvider: 'failed' as const };
  expect(toToolOutcome({ toolCall: ofProvider, told: failed })).toMatchObject({ status: 'failed' });
});
