import { expect, test } from 'vitest';
import { readPythonPart } from './strands-python-stream.ts';

test('each event is named by its one member', () => {
  const toolUse = { toolUseId: 't1', name: 'buy' };
  expect(readPythonPart({ contentBlockStart: { start: { toolUse } } })).toEqual({
    ...{ kind: 'start', tool: { id: 't1', name: 'buy' } },
  });
  expect(readPythonPart({ contentBlockStart: { start: {} } })).toEqual({ kind: 'start' });
  expect(readPythonPart({ contentBlockDelta: { delta: { toolUse: { input: '{' } } } })).toMatchObject({
    ...{ kind: 'delta', of: 'tool-input', text: '{' },
    path: ['contentBlockDelta', 'delta', 'toolUse', 'input'],
  });
  expect(readPythonPart({ contentBlockDelta: { delta: { citation: {} } } })).toMatchObject({
    ...{ of: 'other', type: 'citation' },
  });
  expect(readPythonPart({ contentBlockStop: {} })).toEqual({ kind: 'stop' });
  expect(readPythonPart({ messageStop: { stopReason: 'end_turn' } })).toEqual({
    kind: 'end',
    reason: 'end_turn',
  });
});

test('the rest says nothing of the answer', () => {
  for (const other of [null, 3, [], {}, { messageStart: { role: 'assistant' } }, { metadata: {} }]) {
    expect(readPythonPart(other)).toBeUndefined();
  }
});
