import { expect, test } from 'vitest';
import { parseTimeMicros } from '../base/units.ts';
import type { HistoryEvent, JsonObject } from '../model/history-event.ts';
import { ReferenceChecker } from './reference-checker.ts';

type Given = readonly [type: string, attributes?: JsonObject];

const TASK: readonly Given[] = [
  ['WORKFLOW_EXECUTION_STARTED'],
  ['WORKFLOW_TASK_SCHEDULED'],
  ['WORKFLOW_TASK_STARTED', { scheduledEventId: '2' }],
  ['WORKFLOW_TASK_COMPLETED', { scheduledEventId: '2', startedEventId: '3' }],
];
const asked = { workflowTaskCompletedEventId: '4' };

function check(given: readonly Given[], isDescending = false): void {
  const eventTime = '2026-11-23T20:41:00Z';
  const events = given.map(([eventType, attributes = {}], index): HistoryEvent => {
    return { eventId: index + 1, eventType, eventTime, timeMicros: parseTimeMicros(eventTime), attributes };
  });
  const checker = new ReferenceChecker();
  for (const event of isDescending ? events.toReversed() : events) checker.add(event);
  checker.check(isDescending);
}

test('what one run says of itself is taken, also newest first', () => {
  const run: readonly Given[] = [
    ...TASK,
    ['TIMER_STARTED', { timerId: '1', ...asked }],
    ['ACTIVITY_TASK_SCHEDULED', asked],
    ['START_CHILD_WORKFLOW_EXECUTION_INITIATED', asked],
    [
      'CHILD_WORKFLOW_EXECUTION_STARTED',
      { initiatedEventId: '7', workflowExecution: { workflowId: 'c', runId: 'c1' } },
    ],
    ['TIMER_FIRED', { timerId: '1', startedEventId: '5' }],
    // Cancelled before it was started; an old server wrote -23 for no event.
    ['ACTIVITY_TASK_CANCEL_REQUESTED', { scheduledEventId: '6', ...asked }],
    [
      'ACTIVITY_TASK_CANCELED',
      { scheduledEventId: '6', startedEventId: '-23', latestCancelRequestedEventId: '10' },
    ],
    [
      'CHILD_WORKFLOW_EXECUTION_COMPLETED',
      { initiatedEventId: '7', startedEventId: '8', workflowExecution: { workflowId: 'c', runId: 'c2' } },
    ],
    ['WORKFLOW_EXECUTION_UPDATE_ACCEPTED', { acceptedRequest: { meta: { updateId: 'u' } } }],
    ['WORKFLOW_EXECUTION_UPDATE_COMPLETED', { acceptedEventId: '13', meta: { updateId: 'u' } }],
    ['WORKFLOW_EXECUTION_COMPLETED', asked],
  ];
  check(run);
  check(run, true);
});

test('an event of a newer server may name others, and be named', () => {
  check([...TASK, ['COMET', asked], ['TIMER_FIRED', { startedEventId: '5' }]]);
});

// Temporal's time-skipping test server leaves out which event started what a workflow task completes, and which accepted an update.
test('what the test server leaves out is found by other ways', () => {
  check([
    ...TASK.slice(0, 3),
    ['WORKFLOW_TASK_COMPLETED', { scheduledEventId: '2' }],
    ['WORKFLOW_EXECUTION_UPDATE_ACCEPTED', { acceptedRequest: { meta: { updateId: 'u' } } }],
    ['WORKFLOW_EXECUTION_UPDATE_COMPLETED', { meta: { updateId: 'u' } }],
  ]);
});

test('what a newer server starts with an event of its own counts as started', () => {
  check([
    ...TASK.slice(0, 2),
    ['COMET'],
    ['WORKFLOW_TASK_COMPLETED', { scheduledEventId: '2', startedEventId: '3' }],
  ]);
});

test.each([
  ['ACTIVITY_TASK_COMPLETED', 'scheduledEventId'],
  ['WORKFLOW_TASK_STARTED', 'scheduledEventId'],
  ['WORKFLOW_TASK_COMPLETED', 'scheduledEventId'],
  ['TIMER_FIRED', 'startedEventId'],
  ['CHILD_WORKFLOW_EXECUTION_STARTED', 'initiatedEventId'],
  ['TIMER_STARTED', 'workflowTaskCompletedEventId'],
  ['ACTIVITY_TASK_SCHEDULED', 'workflowTaskCompletedEventId'],
  ['NEXUS_OPERATION_CANCEL_REQUESTED', 'workflowTaskCompletedEventId'],
])('%s without %s', (type, field) => {
  for (const attributes of [{}, { [field]: '0' }, { [field]: '-23' }])
    expect(() => check([['WORKFLOW_EXECUTION_STARTED'], [type, attributes]])).toThrow(
      `: event 2: ${type} has no ${field}.`,
    );
});

test.each<[string, readonly Given[]]>([
  [
    'event 3: it completes the workflow task of event 2, which was not started',
    [...TASK.slice(0, 2), ['WORKFLOW_TASK_COMPLETED', { scheduledEventId: '2' }]],
  ],
  [
    'event 7: it starts event 5, which event 6 closes',
    [
      ...TASK,
      ['ACTIVITY_TASK_SCHEDULED', asked],
      ['ACTIVITY_TASK_COMPLETED', { scheduledEventId: '5' }],
      ['ACTIVITY_TASK_STARTED', { scheduledEventId: '5' }],
    ],
  ],
  [
    'event 6: startedEventId is 3, and event 5 was not started',
    [
      ...TASK,
      ['WORKFLOW_TASK_SCHEDULED'],
      ['WORKFLOW_TASK_FAILED', { scheduledEventId: '5', startedEventId: '3' }],
    ],
  ],
  [
    'event 5: it completes an update, and none of its id was accepted before it',
    [...TASK, ['WORKFLOW_EXECUTION_UPDATE_COMPLETED', { meta: { updateId: 'u' } }]],
  ],
  [
    'event 5: it completes an update, and none of its id was accepted before it',
    [
      ...TASK,
      ['WORKFLOW_EXECUTION_UPDATE_COMPLETED', { meta: { updateId: 'u' } }],
      ['WORKFLOW_EXECUTION_UPDATE_ACCEPTED', { acceptedRequest: { meta: { updateId: 'u' } } }],
    ],
  ],
  [
    'event 5: workflowTaskCompletedEventId is 3, which is WORKFLOW_TASK_STARTED and not WORKFLOW_TASK_COMPLETED',
    [...TASK, ['TIMER_STARTED', { workflowTaskCompletedEventId: '3' }]],
  ],
  [
    'event 5: scheduledEventId is 5, which is no event before it',
    [...TASK, ['ACTIVITY_TASK_STARTED', { scheduledEventId: '5' }]],
  ],
  [
    'event 5: startedEventId is 9223372036854776000, which is no event before it',
    [...TASK, ['TIMER_FIRED', { startedEventId: '9223372036854775807' }]],
  ],
  [
    'event 5: it closes event 2, which event 4 closes',
    [...TASK, ['WORKFLOW_TASK_FAILED', { scheduledEventId: '2', startedEventId: '3' }]],
  ],
  [
    'event 5: it starts event 2, which event 3 starts',
    [...TASK, ['WORKFLOW_TASK_STARTED', { scheduledEventId: '2' }]],
  ],
  [
    'event 8: startedEventId is 3, and event 5 was started by 7',
    [
      ...TASK,
      ['WORKFLOW_TASK_SCHEDULED'],
      ['WORKFLOW_EXECUTION_SIGNALED'],
      ['WORKFLOW_TASK_STARTED', { scheduledEventId: '5' }],
      ['WORKFLOW_TASK_COMPLETED', { scheduledEventId: '5', startedEventId: '3' }],
    ],
  ],
  [
    'event 3: a run has one workflow task at a time, and that of event 2 is not closed',
    [...TASK.slice(0, 2), ['WORKFLOW_TASK_SCHEDULED']],
  ],
  [
    'event 5: it closes the run, and more events follow',
    [...TASK, ['WORKFLOW_EXECUTION_FAILED', asked], ['WORKFLOW_EXECUTION_SIGNALED']],
  ],
  [
    'event 6: it is about 2, and event 5, its startedEventId, about 1',
    [
      ...TASK,
      ['TIMER_STARTED', { timerId: '1', ...asked }],
      ['TIMER_FIRED', { timerId: '2', startedEventId: '5' }],
    ],
  ],
])('%s', (message, given) => {
  const error = expect.objectContaining({
    code: 'history-invalid',
    message: `: ${message}: these are not events of one run.`,
  });
  expect(() => check(given)).toThrow(error);
  expect(() => check(given, true)).toThrow(error);
});
