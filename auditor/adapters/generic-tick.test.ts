import { expect, test } from 'vitest';
import { HistoryWriter, toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import { tellTicks } from './_recorded/tell-ticks.ts';
import { genericAdapter } from './generic.ts';
import { leavesItsStimuli, readGenericTick } from './generic-tick.ts';

function read(history: HistoryWriter) {
  const { events } = history;
  const run = toRunOf('greet', events);
  return tellTicks({ run, adapter: genericAdapter, events }).map(({ span }) =>
    readGenericTick(span, run, undefined),
  );
}

const toTypes = (events: readonly { readonly eventType: string }[]) =>
  events.map(({ eventType }) => eventType);

test('what woke the code, what it decided, and what only carries tokens', () => {
  const history = new HistoryWriter();
  history.start('greet');
  history.signal('__temporal_workflow_stream_publish', {});
  history.workflowTask();
  history.add('WORKFLOW_EXECUTION_UPDATE_ACCEPTED', { acceptedRequest: { input: { name: 'ask' } } });
  history.close('WORKFLOW_EXECUTION_TERMINATED', { identity: 'ops' });
  const [tick] = read(history);
  expect(tick && toTypes(tick.woke)).toEqual(['WORKFLOW_EXECUTION_STARTED']);
  expect(tick && toTypes(tick.noise)).toEqual(['WORKFLOW_EXECUTION_SIGNALED']);
  expect(tick && toTypes(tick.decided)).toEqual(['WORKFLOW_EXECUTION_UPDATE_ACCEPTED']);
  expect(tick && toTypes(tick.ended)).toEqual(['WORKFLOW_EXECUTION_TERMINATED']);
});

test('stimuli without a workflow task are a tick without one', () => {
  const history = new HistoryWriter();
  history.start('greet');
  history.workflowTask();
  history.signal('stop', {});
  const tick = read(history).at(-1);
  expect(tick?.task).toBeUndefined();
  expect(tick && leavesItsStimuli(tick)).toBe(false);
});
