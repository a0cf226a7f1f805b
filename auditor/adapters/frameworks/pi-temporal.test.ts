import { expect, test } from 'vitest';
import { writeActivity } from '../_recorded/read-activity.ts';
import { piTemporal } from './pi-temporal.ts';

const SESSION = { sessionId: 's', sessionFile: '/sessions/s.jsonl', step: 1 };
const STEP = { ...SESSION, promptId: 'p1', text: 'Fix the test' };

test('a model call has the prompt of the turn and the tools that it asked for', () => {
  const result = {
    calls: [{ id: 'c1', name: 'bash' }],
    ...{ sequential: false, ended: false, spent: { tokens: 120, cost: 0.01 } },
  };
  expect(piTemporal.readCall(writeActivity('runModelCall', STEP, result))).toMatchObject({
    framework: 'pi-temporal',
    inputItems: [{ role: 'user', text: 'Fix the test', place: { path: ['input', 0, 'text'] } }],
    toolCalls: [{ id: 'c1', name: 'bash', arguments: null, place: { path: ['result', 0, 'calls', 0] } }],
    usage: {},
  });
});

test('later steps say nothing of what was shown; a settled turn gives its answer', () => {
  const input = { ...SESSION, promptId: 'p1' };
  const result = { settled: { done: true, finalText: 'Done.' }, calls: [], sequential: false, ended: true };
  const call = piTemporal.readCall(writeActivity('runModelCall', input, result));
  expect(call).toMatchObject({
    ...{ inputItems: [], toolCalls: [] },
    outputText: { text: 'Done.', place: { path: ['result', 0, 'settled', 'finalText'] } },
  });
  expect(call?.inputPlace).toBeUndefined();
});

test('a tool is run by the id of the model’s call', () => {
  const input = { ...SESSION, turn: 'p1', call: { id: 'c1', name: 'bash' } };
  const run = piTemporal.readToolRun?.(writeActivity('runToolCall', input, { outcome: 'settled' }));
  expect(run).toMatchObject({ framework: 'pi-temporal', toolName: 'bash', callId: 'c1' });
});

test('activities of the same names that are of no session, and other activities', () => {
  expect(piTemporal.readCall(writeActivity('runModelCall', { promptId: 'p1' }))).toBeUndefined();
  expect(piTemporal.readCall(writeActivity('runStep', STEP))).toBeUndefined();
  expect(piTemporal.readToolRun?.(writeActivity('runToolCall', SESSION))).toBeUndefined();
});
