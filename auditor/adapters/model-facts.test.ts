import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { pairActivities } from '../decision-tree/activities.ts';
import type { ModelCall } from '../model/model-call.ts';
import { AgentWriter } from './_recorded/agent-writer.ts';
import { createFrameworks } from './all-frameworks.ts';
import { toModelFacts } from './model-facts.ts';

function readCall(): ModelCall {
  const agent = new AgentWriter();
  agent.call({ text: 'Rain.' });
  const [activity] = pairActivities(agent.events.map(toDecodedEvent));
  const call = activity && createFrameworks().readCall(activity);
  if (!call) throw new Error('no call');
  return call;
}

const toNames = (call: ModelCall) => toModelFacts('r1', call).map(({ name }) => name);

test('what the history does not have is left out', () => {
  expect(toNames(readCall())).toEqual([
    ...['framework', 'request model', 'messages shown', 'latency of the last attempt', 'answer'],
  ]);
});

test('agent, provider, parameters, finish reasons, errors and every kind of token are shown with their proof', () => {
  const call = readCall();
  const place = { event: call.activity.scheduled, path: ['input', 0] };
  const facts = toModelFacts('r1', {
    ...call,
    ...{ agentName: 'forecaster', provider: 'openai', responseId: 'r-1', errorType: 'RateLimit' },
    ...{ finishReasons: ['length', 'stop'], parameters: { value: { temperature: 0.2 }, place } },
    usage: { inputTokens: 9, outputTokens: 8, cacheReadTokens: 7, cacheWriteTokens: 6, reasoningTokens: 5 },
  });
  const values = new Map(facts.map(({ name, value, unit }) => [name, [value, unit]]));
  expect(Object.fromEntries(values)).toMatchObject({
    framework: ['openai-agents', undefined],
    'agent name': ['forecaster', undefined],
    provider: ['openai', undefined],
    parameters: [{ temperature: 0.2 }, undefined],
    'finish reasons': ['length, stop', undefined],
    'error type': ['RateLimit', undefined],
    'input tokens': [9, 'tokens'],
    'cache-read tokens': [7, 'tokens'],
    'cache-write tokens': [6, 'tokens'],
    'output tokens': [8, 'tokens'],
    'reasoning tokens': [5, 'tokens'],
  });
  expect(facts.find(({ name }) => name === 'parameters')?.citation.eventId).toBe(
    call.activity.scheduled.eventId,
  );
  expect(facts.every(({ citation }) => citation.runId === 'r1')).toBe(true);
});

test('long parameters are shown by their beginning', () => {
  const call = readCall();
  const place = { event: call.activity.scheduled, path: [] };
  const facts = toModelFacts('r1', { ...call, parameters: { value: { stop: 'x'.repeat(5000) }, place } });
  const shown = facts.find(({ name }) => name === 'parameters')?.value;
  expect(typeof shown === 'string' && shown.length < 1100).toBe(true);
});
