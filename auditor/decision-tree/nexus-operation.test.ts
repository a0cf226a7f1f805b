import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter, toPayload } from './_recorded/history-writer.ts';
import { pairActivities } from './activities.ts';

test('the events of an operation are one activity, with its input and result', () => {
  const history = new HistoryWriter();
  const attributes = { operation: 'openTicket', requestId: 'r', input: toPayload({ title: 'x' }) };
  const scheduledEventId = String(history.add('NEXUS_OPERATION_SCHEDULED', attributes).eventId);
  history.wait(30).add('NEXUS_OPERATION_STARTED', { scheduledEventId });
  history.wait(20).add('NEXUS_OPERATION_COMPLETED', { scheduledEventId, result: toPayload({ id: 'T-7' }) });
  expect(pairActivities(history.events.map(toDecodedEvent))).toMatchObject([
    {
      ...{ kind: 'nexus-operation', activityType: 'openTicket', outcome: 'completed', durationMs: 50 },
      ...{
        input: [{ title: 'x' }],
        result: [{ id: 'T-7' }],
        started: { eventId: 2 },
        closed: { eventId: 3 },
      },
    },
  ]);
});

test('one without an end is pending, one that failed says why', () => {
  const history = new HistoryWriter();
  history.add('NEXUS_OPERATION_SCHEDULED', { operation: 'a' });
  history.add('NEXUS_OPERATION_SCHEDULED', { operation: 'b' });
  history.add('NEXUS_OPERATION_FAILED', { scheduledEventId: '2', failure: { message: 'closed' } });
  expect(pairActivities(history.events.map(toDecodedEvent))).toMatchObject([
    { activityType: 'a', outcome: 'pending', input: [] },
    { activityType: 'b', outcome: 'failed', failure: { message: 'closed' } },
  ]);
});
