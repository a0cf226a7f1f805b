import { expect, test } from 'vitest';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { createActivityTracker } from '../../decision-tree/activity-tracker.ts';
import { AgentWriter } from '../_recorded/agent-writer.ts';
import { createFrameworks } from '../all-frameworks.ts';
import { createCallWatch } from './call-watch.ts';

const { readCall } = createFrameworks();

function watch(plan: (agent: AgentWriter) => void, { wokenAt = 0 } = {}) {
  const agent = new AgentWriter();
  plan(agent);
  const [calls, track] = [createCallWatch(), createActivityTracker()];
  for (const event of agent.events.map(toDecodedEvent)) {
    const activity = track(event);
    const call = activity && readCall(activity);
    if (call) calls.observe(call, event);
    if (event.eventId === wokenAt) calls.wake();
  }
  return calls;
}

test('an answer without tools is for good, and what came meanwhile had to wait', () => {
  const answer = (agent: AgentWriter) => agent.endCall(agent.beginCall(), { text: 'Rain.' });
  expect(watch(answer, { wokenAt: 2 }).isAnsweredAndWoken()).toBe(true);
  expect(watch(answer).isAnsweredAndWoken()).toBe(false);
  expect(watch(answer).hadCall()).toBe(true);
});

test('an answer that asks for tools is not for good, unless the tool is the answer', () => {
  const ask = (name: string) =>
    watch((agent) => agent.endCall(agent.beginCall(), { tools: [name] }), { wokenAt: 2 });
  expect([ask('getWeather').asksForTools(), ask('getWeather').isAnsweredAndWoken()]).toEqual([true, false]);
  expect([ask('final_result').asksForTools(), ask('final_result').isAnsweredAndWoken()]).toEqual([
    false,
    true,
  ]);
});

test('a call under way, or one that failed, has not answered', () => {
  expect(watch((agent) => agent.beginCall(), { wokenAt: 1 }).isAnsweredAndWoken()).toBe(false);
  const fail = (agent: AgentWriter) =>
    agent.finish(agent.beginCall(), { failure: { message: 'rate limit' } });
  expect(watch(fail, { wokenAt: 2 }).isAnsweredAndWoken()).toBe(false);
  expect(watch(() => undefined).hadCall()).toBe(false);
});
