import { expect, test } from 'vitest';
import { parseHistory } from '../_scripted/parse-history.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';

test('flattened names and spaced types become what they were', () => {
  const [first, ...rest] = sampleHistory();
  const view = {
    ...first,
    eventType: 'Workflow Execution Started',
    billableActions: 1,
    workflowExecutionStartedEventAttributes: { workflowType: 'agent' },
  };
  const { events, notes, unknown } = parseHistory(JSON.stringify({ events: [view, ...rest] }), 'a');
  expect(events[0]?.event).toMatchObject({
    eventType: 'WORKFLOW_EXECUTION_STARTED',
    attributes: { workflowType: { name: 'agent' } },
  });
  expect(unknown).toEqual([]);
  expect(notes).toContain('names alone where objects stood');
});

test('what only describes a workflow is refused, with the right command', () => {
  const text = JSON.stringify({ workflowExecutionInfo: { status: 'COMPLETED' }, pendingActivities: [] });
  expect(() => parseHistory(text, 'd.json')).toThrow(
    'd.json describes a workflow and has no events. Use: temporal workflow show -o json.',
  );
});
