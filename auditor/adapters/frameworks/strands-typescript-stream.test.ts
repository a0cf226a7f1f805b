import { expect, test } from 'vitest';
import { readTypescriptPart } from './strands-typescript-stream.ts';

test('each event is named by its type', () => {
  const start = { type: 'toolUseStart', toolUseId: 't1', name: 'buy' };
  expect(readTypescriptPart({ type: 'modelContentBlockStartEvent', start })).toEqual({
    ...{ kind: 'start', tool: { id: 't1', name: 'buy' } },
  });
  const delta = { type: 'textDelta', text: 'hi' };
  expect(readTypescriptPart({ type: 'modelContentBlockDeltaEvent', delta })).toEqual({
    ...{ kind: 'delta', of: 'text', type: 'textDelta', text: 'hi', path: ['delta', 'text'] },
  });
  expect(readTypescriptPart({ type: 'modelContentBlockDeltaEvent', delta: { type: 'x' } })).toMatchObject({
    ...{ of: 'other', type: 'x' },
  });
  expect(readTypescriptPart({ type: 'modelContentBlockStopEvent' })).toEqual({ kind: 'stop' });
  expect(readTypescriptPart({ type: 'modelMessageStopEvent', stopReason: 'endTurn' })).toEqual({
    ...{ kind: 'end', reason: 'endTurn' },
  });
});

test('the rest says nothing of the answer', () => {
  for (const other of [null, 3, [], { type: 'modelMessageStartEvent' }]) {
    expect(readTypescriptPart(other)).toBeUndefined();
  }
});
