import { expect, test } from 'vitest';
import { HistoryWriter, toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { tellTicks } from './_recorded/tell-ticks.ts';
import { genericAdapter } from './generic.ts';

function answerLast(plan: (history: HistoryWriter) => void) {
  const history = new HistoryWriter();
  history.start('greet');
  history.workflowTask();
  plan(history);
  const { events } = history;
  const answer = tellTicks({ run: toRunOf('greet', events), adapter: genericAdapter, events }).at(-1)?.tick
    .answer;
  return {
    headline: answer?.headline[0]?.text,
    sections: answer?.sections.map(({ id, statements }) => [
      id,
      ...statements.map(({ text, quote }) => (quote === undefined ? text : `${text} “${quote}”`)),
    ]),
  };
}

test('a signal, its payload, and the code path that was chosen', () => {
  const { headline, sections } = answerLast((history) => {
    history.signal('say', 'Hello');
    const workflowTaskCompletedEventId = String(history.workflowTask());
    const details = { 'patch-data': [{ id: 'polite' }] };
    history.add('MARKER_RECORDED', { markerName: 'core_patch', details, workflowTaskCompletedEventId });
  });
  expect(headline).toBe('greet, workflow task 2: code path chosen: polite. It was woken by: signal say.');
  expect(sections).toEqual([
    ['known', 'Signal say with: “Hello”'],
    ['decided', 'Code path chosen: polite.'],
  ]);
});

test('an update is what woke the task that accepted it', () => {
  const { headline } = answerLast((history) => {
    history.workflowTask();
    history.add('WORKFLOW_EXECUTION_UPDATE_ACCEPTED', { acceptedRequest: { input: { name: 'ask' } } });
  });
  expect(headline).toBe('greet, workflow task 2: accepted update ask. It was woken by: update ask.');
});

test('a task on the normal queue says that nobody held the run in memory', () => {
  const { sections } = answerLast((history) => {
    history.add('WORKFLOW_TASK_SCHEDULED', { taskQueue: { name: 'q', kind: 'TASK_QUEUE_KIND_NORMAL' } });
  });
  expect(sections).toEqual([['known', expect.stringContaining('replayed the history first')]]);
});

test('a stream of tokens is one sentence', () => {
  const { headline, sections } = answerLast((history) => {
    history.signal('__temporal_workflow_stream_publish', {});
    history.signal('__temporal_workflow_stream_publish', {});
    history.workflowTask();
  });
  expect(headline).toBe('greet, workflow task 2: looked and chose to wait. It was woken by: a token stream.');
  expect(sections).toEqual([['known', '2 messages of a token stream, left out here.']]);
});
