import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from './_recorded/history-writer.ts';
import { type EventGroup, listEventGroups } from './event-groups.ts';

const groupsOf = (history: HistoryWriter, open: readonly EventGroup[] = []) =>
  listEventGroups(history.events.map(toDecodedEvent), open);

/** The groups as a store keeps them that is given one event after the other. */
function groupByPages(history: HistoryWriter): readonly EventGroup[] {
  const stored = new Map<number, EventGroup>();
  for (const event of history.events.map(toDecodedEvent)) {
    const open = [...stored.values()].filter(({ status }) => status === 'pending');
    for (const group of listEventGroups([event], open)) stored.set(group.firstEventId, group);
  }
  return [...stored.values()].sort((a, b) => a.firstEventId - b.firstEventId);
}

const toRow = ({ firstEventId, lastEventId, kind, name, status }: EventGroup) =>
  [firstEventId, lastEventId, kind, name, status].join(' ');

function write(): HistoryWriter {
  const history = new HistoryWriter();
  history.start('agent');
  history.workflowTask();
  history.activity('getWeather', 'Oslo', { attempt: 3, failure: { message: 'no station' } });
  const timer = history.timer('tea');
  history.signal('stop', {});
  history.fire(timer);
  const child = history.add('START_CHILD_WORKFLOW_EXECUTION_INITIATED', { workflowId: 'sub-1' }).eventId;
  history.add('CHILD_WORKFLOW_EXECUTION_STARTED', { initiatedEventId: String(child) });
  const sent = history.add('SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED', { signalName: 'go' }).eventId;
  history.add('SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED', {
    initiatedEventId: String(sent),
    workflowTaskCompletedEventId: '4',
  });
  const update = history.add('WORKFLOW_EXECUTION_UPDATE_ACCEPTED', {
    acceptedRequest: { input: { name: 'ask' } },
  }).eventId;
  history.add('WORKFLOW_EXECUTION_UPDATE_COMPLETED', {
    acceptedEventId: String(update),
    outcome: { failure: { message: 'no' } },
  });
  history.add('MARKER_RECORDED', { markerName: 'core_patch', details: { 'patch-data': [{ id: 'v2' }] } });
  return history;
}

test('events belong together by the ids that they name; the last one says how it stands', () => {
  expect(groupsOf(write()).map(toRow)).toEqual([
    '1 1 workflow workflow execution started completed',
    '2 4 workflow-task workflow task scheduled completed',
    '5 7 activity getWeather failed',
    '8 10 timer tea fired',
    '9 9 signal stop completed',
    '11 12 child sub-1 pending',
    '13 14 signal-external go failed',
    '15 16 update ask failed',
    '17 17 marker v2 completed',
  ]);
});

test('attempt and duration are those of the record', () => {
  const [, , activity] = groupsOf(write());
  expect(activity).toMatchObject({ attempt: 3, durationMs: 25 });
});

test('one event after the other gives the same groups as all at once', () => {
  expect(groupByPages(write())).toEqual(groupsOf(write()));
});

test('only what is new or has changed comes back', () => {
  const before = groupsOf(write());
  const open = before.filter(({ status }) => status === 'pending');
  const history = new HistoryWriter();
  const child = { initiatedEventId: String(open[0]?.firstEventId), result: { payloads: [] } };
  history.wait(1000).add('CHILD_WORKFLOW_EXECUTION_COMPLETED', child);
  expect(groupsOf(history, open)).toMatchObject([{ kind: 'child', name: 'sub-1', status: 'completed' }]);
});

test('an outcome whose beginning is lost is a group of its own, named by the lost event', () => {
  const history = new HistoryWriter();
  history.fire(40);
  expect(groupsOf(history).map(toRow)).toEqual(['40 1 timer event 40 fired']);
});

test('an answer to a cancel request does not begin an operation that has ended again', () => {
  const history = new HistoryWriter();
  const scheduled = history.add('NEXUS_OPERATION_SCHEDULED', { operation: 'charge' }).eventId;
  const refs = { scheduledEventId: String(scheduled) };
  history.add('NEXUS_OPERATION_CANCEL_REQUESTED', refs);
  history.add('NEXUS_OPERATION_CANCELED', refs);
  history.add('NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED', refs);
  expect(groupsOf(history).map(toRow)).toEqual(['1 3 nexus-operation charge canceled']);
  expect(groupByPages(history).map(toRow)).toEqual(groupsOf(history).map(toRow));
});
