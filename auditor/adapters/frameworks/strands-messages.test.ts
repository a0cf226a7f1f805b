import { expect, test } from 'vitest';
import { toPlaceOf, writeActivity } from '../_recorded/read-activity.ts';
import { toStrandsInstructions, toStrandsItems } from './strands-messages.ts';

const at = toPlaceOf(writeActivity('x', {}), 'm');

test('each block is named by its one member', () => {
  const content = [
    ...[{ text: 'hi' }, { toolUse: { toolUseId: 'u', name: 't', input: { a: 1 } } }],
    ...[
      { toolResult: { toolUseId: 'u', content: [{ text: 'x' }, { json: { b: 2 } }] } },
      { reasoning: { text: 'why' } },
    ],
    { image: {} },
  ];
  expect(toStrandsItems([{ role: 'user', content }], at)).toMatchObject([
    { kind: 'message', role: 'user', text: 'hi', place: { path: ['m', 0, 'content', 0, 'text'] } },
    { kind: 'tool-call', call: { id: 'u', name: 't', arguments: { a: 1 } } },
    { kind: 'tool-result', callId: 'u', text: 'x\n{"b":2}' },
    { kind: 'reasoning', text: 'why' },
    { kind: 'other', type: 'image' },
  ]);
  expect(toStrandsItems('nonsense', at)).toEqual([]);
});

test('what is told as an error is told so', () => {
  const read = (status: string) =>
    toStrandsItems(
      [{ role: 'user', content: [{ toolResult: { toolUseId: 'u', status, content: [] } }] }],
      at,
    );
  expect(read('error')).toMatchObject([{ kind: 'tool-result', isError: true }]);
  expect(read('success')[0]).not.toHaveProperty('isError');
});

test('a system prompt is a text or blocks; an empty one is none', () => {
  expect(toStrandsInstructions('Be brief.', at)?.text).toBe('Be brief.');
  expect(toStrandsInstructions([{ text: 'a' }, { cachePoint: {} }, { text: 'b' }], at)?.text).toBe('a\nb');
  expect(toStrandsInstructions('', at)).toBeUndefined();
  expect(toStrandsInstructions([{ cachePoint: {} }], at)).toBeUndefined();
});
