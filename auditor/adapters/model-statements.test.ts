import { expect, test } from 'vitest';
import { tellTurns } from './_recorded/agent-run.ts';
import type { AgentWriter } from './_recorded/agent-writer.ts';
import { findModelName, toCallStatement, toToolStatement } from './model-statements.ts';

function readCall(plan: (agent: AgentWriter) => void) {
  const call = tellTurns(plan)[0]?.span.modelCalls[0];
  if (!call) throw new Error('no call');
  return call;
}

test('a call that answered, with the request it was shown', () => {
  const call = readCall((agent) => agent.call({ text: 'Rain.' }));
  expect(toCallStatement('r', call)).toEqual({
    text: 'gpt-5-mini was shown 1 message and offered 0 tools; it answered after 20 ms.',
    citations: [
      { runId: 'r', eventId: 5, pointer: '/activityTaskScheduledEventAttributes/input/0/request' },
      { runId: 'r', eventId: 7 },
    ],
  });
});

test('a call that failed, and one whose input is not recorded', () => {
  const failed = readCall((agent) => agent.finish(agent.beginCall(), { failure: { message: 'slow down' } }));
  expect(toCallStatement('r', failed).text).toBe(
    'gpt-5-mini was shown 1 message and offered 0 tools: failed: slow down.',
  );
  const local = { ...failed, activity: { ...failed.activity, kind: 'local-activity' as const } };
  expect(toCallStatement('r', local).text).toBe(
    'gpt-5-mini was asked by a local activity, whose input is not recorded: failed: slow down.',
  );
});

test('a model without a name is not given one', () => {
  const { requestModel: _, ...nameless } = readCall((agent) => agent.beginCall());
  expect(findModelName(nameless)).toBeUndefined();
  expect(toCallStatement('r', nameless).text).toMatch(/^The model was shown/);
});

test('a tool of which no run is recorded', () => {
  const [toolCall] = readCall((agent) => agent.call({ tools: ['getWeather'] })).toolCalls;
  expect(toolCall && toToolStatement('r', { toolCall }).text).toBe(
    'It asked for getWeather with {}; no run of it is recorded in this tick.',
  );
});
