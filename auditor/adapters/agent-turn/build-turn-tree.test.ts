import { expect, test } from 'vitest';
import type { Decision } from '../../model/decision.ts';
import { tellTurns } from '../_recorded/agent-run.ts';

const toLines = (nodes: readonly Decision[], indent = ''): readonly string[] =>
  nodes.flatMap(({ kind, title, outcome, children }) => [
    `${indent}${kind} ${title}: ${outcome}`,
    ...toLines(children, `${indent}  `),
  ]);

test('what woke it, each call with its tools, and everything else with what became of it', () => {
  const [told] = tellTurns((agent) => {
    agent.call({ tools: ['getWeather'] });
    agent.activity('getWeather', {}, { result: 'rain' });
    agent.workflowTask();
    const child = agent.add('START_CHILD_WORKFLOW_EXECUTION_INITIATED', {
      workflowId: 'sub-1',
      workflowTaskCompletedEventId: '4',
    });
    agent.activity('log', {});
    agent.add('CHILD_WORKFLOW_EXECUTION_COMPLETED', { initiatedEventId: String(child.eventId) });
    agent.call({ text: 'It rains.' });
  });
  expect(toLines(told?.tick.tree ?? [])).toEqual([
    'context chat: start of chat',
    'model-call gpt-5-mini: asked for getWeather',
    '  tool-call getWeather: completed',
    'child sub-1: result of child workflow sub-1',
    'activity log: completed',
    'model-call gpt-5-mini: answered',
  ]);
});

test('what had to wait for the turn is its first node', () => {
  const turns = tellTurns((agent) => {
    const call = agent.beginCall();
    agent.signal('say', 'And in Bergen?');
    agent.endCall(call, { text: 'Rain.' });
    agent.workflowTask();
    agent.call({ text: 'Rain there too.' });
  });
  expect(toLines(turns[1]?.tick.tree ?? [])).toEqual([
    'context from an earlier tick: signal say',
    'model-call gpt-5-mini: answered',
  ]);
});
