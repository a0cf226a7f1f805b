import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter, toPayload } from '../decision-tree/_recorded/history-writer.ts';
import type { HistoryEvent } from '../model/history-event.ts';
import { toEventFacts } from './event-facts.ts';

const listFacts = (event: HistoryEvent) =>
  toEventFacts('r', toDecodedEvent(event)).map(
    ({ name, value, citation }) => `${name}: ${JSON.stringify(value)} ${citation.pointer}`,
  );

test('what a signal carries and who sent it', () => {
  expect(listFacts(new HistoryWriter().signal('stop', { now: true }, 'ops@host'))).toEqual([
    'input: "{\\"now\\":true}" /workflowExecutionSignaledEventAttributes/input',
    'by: "ops@host" /workflowExecutionSignaledEventAttributes/identity',
  ]);
});

test('what the author wrote beside it, who caused it and what it answers', () => {
  const event = {
    ...new HistoryWriter().add('TIMER_STARTED', { startToFireTimeout: '60s' }, 'tea'),
    details: 'Earl Grey',
    origin: {
      principal: { type: 'user', name: 'jane' },
      eventGroupMarkers: [
        { label: { id: 'g1', label: toPayload('turn 3') } },
        { inboundEvent: { inboundEventId: '7' } },
        { inboundUpdate: { inboundUpdateId: 'u1' } },
        'of the future',
      ],
    },
  };
  expect(listFacts(event)).toEqual([
    'summary: "tea" /userMetadata/summary',
    'details: "Earl Grey" /userMetadata/details',
    'timer: "60s" /timerStartedEventAttributes/startToFireTimeout',
    'principal: {"type":"user","name":"jane"} /principal',
    'group: "turn 3" /eventGroupMarkers/0/label',
    'answers event: "7" /eventGroupMarkers/1/inboundEvent/inboundEventId',
    'answers update: "u1" /eventGroupMarkers/2/inboundUpdate/inboundUpdateId',
  ]);
});

test('a child is known by its own run', () => {
  const workflowExecution = { workflowId: 'sub-1', runId: 'r2' };
  const event = new HistoryWriter().add('CHILD_WORKFLOW_EXECUTION_STARTED', { workflowExecution });
  expect(listFacts(event)[0]).toBe(
    'run of the child: "r2" /childWorkflowExecutionStartedEventAttributes/workflowExecution/runId',
  );
});
