import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import { toMemberFacts } from './member-facts.ts';

test('members that an event has, and that say something', () => {
  const event = toDecodedEvent(
    new HistoryWriter().add('WORKFLOW_TASK_FAILED', {
      cause: 'X',
      baseRunId: '',
      failure: { message: 'no' },
    }),
  );
  const facts = toMemberFacts('r', event, [
    ['cause', ['cause']],
    ['base run', ['baseRunId']],
    ['failure', ['failure', 'message']],
    ['attempt', ['attempt']],
  ]);
  expect(facts.map(({ name, value, citation }) => [name, value, citation.pointer])).toEqual([
    ['cause', 'X', '/workflowTaskFailedEventAttributes/cause'],
    ['failure', 'no', '/workflowTaskFailedEventAttributes/failure/message'],
  ]);
  expect(toMemberFacts('r', undefined, [['cause', ['cause']]])).toEqual([]);
});
