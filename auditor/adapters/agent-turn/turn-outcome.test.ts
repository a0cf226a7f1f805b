import { expect, test } from 'vitest';
import { tellTurns } from '../_recorded/agent-run.ts';
import type { AgentWriter } from '../_recorded/agent-writer.ts';

const conclude = (plan: (agent: AgentWriter) => void) => {
  const tick = tellTurns(plan).at(-1)?.tick;
  return `${tick?.outcome} (${tick?.tone})`;
};
const close = (agent: AgentWriter, type: string, attributes = {}) =>
  agent.close(`WORKFLOW_EXECUTION_${type}`, { workflowTaskCompletedEventId: '4', ...attributes });

test.each<[string, (agent: AgentWriter) => void]>([
  ['no model call (pending)', () => undefined],
  ['calling gpt-5-mini (pending)', (agent) => agent.beginCall()],
  [
    'calling gpt-5-mini (2 calls) (pending)',
    (agent) => {
      agent.beginCall();
      agent.beginCall();
    },
  ],
  ['asked for getWeather (neutral)', (agent) => agent.call({ tools: ['getWeather'] })],
  [
    'running getWeather (pending)',
    (agent) => {
      agent.call({ tools: ['getWeather'] });
      agent.schedule('getWeather', {});
    },
  ],
  ['answered (neutral)', (agent) => agent.call({ text: 'Rain.' })],
  [
    'model call failed: RateLimit (bad)',
    (agent) =>
      agent.finish(agent.beginCall(), {
        failure: { message: 'slow down', applicationFailureInfo: { type: 'RateLimit' } },
      }),
  ],
  [
    'model call failed: TIMEOUT START_TO_CLOSE (bad)',
    (agent) => agent.finish(agent.beginCall(), { timeoutType: 'TIMEOUT_TYPE_START_TO_CLOSE' }),
  ],
  [
    'answered, completed the workflow (neutral)',
    (agent) => {
      agent.call({ text: 'Rain.' });
      close(agent, 'COMPLETED');
    },
  ],
  [
    'failed the workflow: no key (bad)',
    (agent) => {
      agent.call({ text: 'Rain.' });
      close(agent, 'FAILED', { failure: { message: 'no key' } });
    },
  ],
  [
    'termination by ops (bad)',
    (agent) => {
      agent.call({ text: 'Rain.' });
      agent.close('WORKFLOW_EXECUTION_TERMINATED', { identity: 'ops' });
    },
  ],
])('%s', (expected, plan) => {
  expect(conclude(plan)).toBe(expected);
});
