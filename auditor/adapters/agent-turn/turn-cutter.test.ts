import { describe, expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import type { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import { cutSpans } from '../../decision-tree/cut-spans.ts';
import { AgentWriter } from '../_recorded/agent-writer.ts';
import { createFrameworks } from '../all-frameworks.ts';
import { createTurnCutter } from './turn-cutter.ts';

const frameworks = createFrameworks();

/** First event of each turn. */
function cut({ events }: HistoryWriter): readonly number[] {
  const spans = cutSpans(events.map(toDecodedEvent), () => createTurnCutter(frameworks), undefined);
  expect(spans.map(({ label }) => label)).toEqual(spans.map((_, index) => `turn ${index + 1}`));
  return spans.map((span) => span.events[0]?.eventId ?? 0);
}

function write(plan: (agent: AgentWriter) => void): readonly number[] {
  const agent = new AgentWriter();
  agent.start('agent');
  agent.workflowTask();
  plan(agent);
  return cut(agent);
}

test('a run without anything from outside is one turn, however many calls it makes', () => {
  expect(
    write((agent) => {
      agent.call({ tools: ['getWeather'] });
      agent.activity('getWeather', { city: 'Oslo' }, { result: 'rain' });
      agent.workflowTask();
      agent.call({ text: 'It rains.' });
      agent.call({ text: 'And in Bergen too.' });
      agent.close('WORKFLOW_EXECUTION_COMPLETED');
    }),
  ).toEqual([1]);
});

test('a signal after the answer opens a turn; before the first call it does not', () => {
  expect(
    write((agent) => {
      agent.signal('say', 'Hello');
      agent.workflowTask();
      agent.call({ text: 'Hello.' }); // 9 to 14
      agent.signal('say', 'Weather?'); // 15
      agent.workflowTask();
      agent.call({ text: 'Rain.' });
    }),
  ).toEqual([1, 15]);
});

test('an update opens a turn at the workflow task that it woke', () => {
  expect(
    write((agent) => {
      agent.call({ text: 'Hello.' }); // 5 to 10
      agent.wait(5000).workflowTask(); // 11
      agent.update('say', 'Weather?');
      agent.call({ text: 'Rain.' });
      agent.wait(5000).workflowTask();
    }),
  ).toEqual([1, 11, 21]);
});

test('heartbeats of a local activity and failed workflow tasks cut nothing', () => {
  expect(
    write((agent) => {
      agent.call({ text: 'Hello.' });
      agent.workflowTask();
      agent.workflowTask();
      agent.wait(10_000);
      agent.brokenTask('WORKFLOW_TASK_TIMED_OUT', {}, 'a');
      agent.brokenTask('WORKFLOW_TASK_FAILED', {}, 'a');
      agent.wait(10_000).workflowTask();
    }),
  ).toEqual([1, 17]);
});

test('an update that comes as early as a heartbeat opens a turn where it is accepted', () => {
  expect(
    write((agent) => {
      agent.call({ text: 'Hello.' }); // 5 to 10
      agent.workflowTask();
      agent.update('say', 'Weather?'); // 14
      agent.call({ text: 'Rain.' });
    }),
  ).toEqual([1, 14]);
});

describe('something from outside while the agent is at work', () => {
  test('waits, and opens a turn with the next call', () => {
    expect(
      write((agent) => {
        const call = agent.beginCall();
        agent.signal('say', 'And in Bergen?');
        agent.workflowTask();
        agent.endCall(call, { text: 'Rain.' });
        agent.workflowTask();
        agent.call({ text: 'Rain there too.' }); // 15
      }),
    ).toEqual([1, 15]);
  });

  test('is taken into the turn when the model has not answered for good', () => {
    expect(
      write((agent) => {
        const call = agent.beginCall();
        agent.signal('hint', 'Use Celsius');
        agent.endCall(call, { tools: ['getWeather'] });
        agent.signal('hint', 'Or Kelvin');
        agent.workflowTask();
        agent.activity('getWeather', {}, { result: 1 });
        agent.workflowTask();
        agent.call({ text: 'Cold.' });
      }),
    ).toEqual([1]);
  });
});

test('a timer opens a turn, but not the one that a tool sleeps by', () => {
  expect(
    write((agent) => {
      agent.call({ tools: ['wait'] }); // 5 to 10
      agent.fire(agent.timer('a minute'));
      agent.workflowTask();
      agent.call({ text: 'Done.' }); // 16 to 21
      const timer = agent.timer('next look');
      agent.fire(timer); // 23
      agent.workflowTask();
    }),
  ).toEqual([1, 23]);
});

test('tokens on their way to a reader cut nothing', () => {
  expect(
    write((agent) => {
      agent.call({ text: 'Hello.' });
      agent.signal('__temporal_workflow_stream_publish', {});
      agent.workflowTask();
    }),
  ).toEqual([1]);
});

test('a session that lasts as long as the workflow is nothing to wait for', () => {
  expect(
    write((agent) => {
      agent.schedule('files-stateful-server-session');
      agent.call({ text: 'Hello.' }); // 6 to 11
      agent.signal('say', 'More'); // 12
    }),
  ).toEqual([1, 12]);
});

test('an outcome of work of an earlier turn opens one', () => {
  expect(
    write((agent) => {
      const report = agent.schedule('writeReport');
      agent.call({ text: 'Begun.' });
      agent.finish(report);
      agent.workflowTask();
    }),
  ).toEqual([1]);
  expect(
    write((agent) => {
      const child = { workflowId: 'report', parentClosePolicy: 'PARENT_CLOSE_POLICY_ABANDON' };
      const { eventId } = agent.add('START_CHILD_WORKFLOW_EXECUTION_INITIATED', child);
      agent.call({ text: 'Begun.' }); // 6 to 11
      agent.add('CHILD_WORKFLOW_EXECUTION_COMPLETED', { initiatedEventId: String(eventId) }); // 12
    }),
  ).toEqual([1, 12]);
});
