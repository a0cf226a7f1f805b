import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { toPlaceOf, writeActivity } from '../_recorded/read-activity.ts';
import { toStrandsResponse } from './strands-stream.ts';
import { readTypescriptPart } from './strands-typescript-stream.ts';

const at = toPlaceOf(writeActivity('x', {}), 'result', 0);
const delta = (content: Json) => ({ type: 'modelContentBlockDeltaEvent', delta: content });
const start = (content?: Json) => ({
  type: 'modelContentBlockStartEvent',
  ...(content ? { start: content } : {}),
});
const STOP = { type: 'modelContentBlockStopEvent' };

test('texts, reasoning and tools are put together from their deltas', () => {
  const events = [
    ...[start(), delta({ type: 'reasoningContentDelta', text: 'why' }), STOP],
    ...[start(), delta({ type: 'textDelta', text: 'Go ' }), delta({ type: 'textDelta', text: 'on.' }), STOP],
    start({ type: 'toolUseStart', name: 't', toolUseId: 'u' }),
    ...[
      delta({ type: 'toolUseInputDelta', input: '{"a"' }),
      delta({ type: 'toolUseInputDelta', input: ':1}' }),
      STOP,
    ],
    { type: 'modelMessageStopEvent', stopReason: 'toolUse' },
  ];
  expect(toStrandsResponse(events, at, readTypescriptPart)).toMatchObject({
    outputItems: [
      { kind: 'reasoning', text: 'why' },
      { kind: 'message', text: 'Go on.' },
      { kind: 'tool-call' },
    ],
    toolCalls: [{ id: 'u', name: 't', arguments: { a: 1 } }],
    ...{ outputText: { text: 'Go on.' }, finishReasons: ['toolUse'] },
  });
});

test('a tool without arguments, and deltas without a beginning', () => {
  const events = [
    start({ type: 'toolUseStart', name: 't', toolUseId: 'u' }),
    STOP,
    delta({ type: 'textDelta', text: 'x' }),
  ];
  expect(toStrandsResponse(events, at, readTypescriptPart)).toMatchObject({
    toolCalls: [{ arguments: {} }],
    outputText: { text: 'x' },
  });
});

test('cached tokens are added where the total says that they were counted apart', () => {
  const usage = { inputTokens: 10, outputTokens: 5, cacheReadInputTokens: 20 };
  const read = (more: object) =>
    toStrandsResponse([{ type: 'modelMetadataEvent', usage: { ...usage, ...more } }], at, readTypescriptPart)
      .usage;
  expect(read({ totalTokens: 15 })).toEqual({ inputTokens: 10, outputTokens: 5, cacheReadTokens: 20 });
  expect(read({ totalTokens: 35 })).toEqual({ inputTokens: 30, outputTokens: 5, cacheReadTokens: 20 });
});

test('no stream, no answer', () => {
  expect(toStrandsResponse(undefined, at, readTypescriptPart)).toMatchObject({ outputItems: [], usage: {} });
  expect(toStrandsResponse([], at, readTypescriptPart)).toMatchObject({ outputItems: [], usage: {} });
});
