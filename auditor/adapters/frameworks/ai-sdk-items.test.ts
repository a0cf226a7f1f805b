import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { toPlaceOf, writeActivity } from '../_recorded/read-activity.ts';
import { toContentItems, toPromptItems } from './ai-sdk-items.ts';

const at = toPlaceOf(writeActivity('x', {}), 'p');
const read = (content: Json, role = 'assistant') =>
  toContentItems(content, role, at).map(({ place: _, ...item }) => item);

test('texts, reasoning, calls with text or value, results in every form of output', () => {
  expect(read('hi')).toEqual([{ kind: 'message', role: 'assistant', text: 'hi' }]);
  expect(
    read([
      { type: 'reasoning', text: 'why' },
      { type: 'tool-call', toolCallId: 'c', toolName: 't', input: { a: 1 } },
      { type: 'tool-result', toolCallId: 'c', toolName: 't', output: { type: 'json', value: { b: 2 } } },
      {
        type: 'tool-result',
        toolCallId: 'd',
        output: { type: 'content', value: [{ type: 'text', text: 'x' }] },
      },
      { type: 'tool-result', toolCallId: 'e', output: { type: 'execution-denied', reason: 'no' } },
    ]),
  ).toMatchObject([
    { kind: 'reasoning', text: 'why' },
    { kind: 'tool-call', call: { id: 'c', name: 't', arguments: { a: 1 } } },
    { kind: 'tool-result', callId: 'c', name: 't', text: '{"b":2}' },
    { kind: 'tool-result', callId: 'd', text: 'x' },
    { kind: 'tool-result', callId: 'e', text: 'no' },
  ]);
});

test('what the provider ran itself is told from what the workflow answers', () => {
  const ran = { type: 'tool-call', toolCallId: 'c', toolName: 'search', input: '{}', providerExecuted: true };
  const answer = { type: 'tool-result', toolCallId: 'c', toolName: 'search', result: [{ url: 'u' }] };
  const failed = { ...answer, result: 'no', isError: true };
  expect(toContentItems([ran, answer, failed], 'answer', at)).toMatchObject([
    { kind: 'tool-call', call: { name: 'search', byProvider: 'unknown' } },
    { kind: 'tool-result', callId: 'c', text: '[{"url":"u"}]', byProvider: 'completed' },
    { kind: 'tool-result', text: 'no', byProvider: 'failed' },
  ]);
  const repeated = { type: 'tool-result', toolCallId: 'c', output: { type: 'json', value: 1 } };
  expect(toContentItems([repeated], 'assistant', at)).toMatchObject([{ text: '1', byProvider: 'completed' }]);
  expect(toContentItems([repeated], 'tool', at)[0]).not.toHaveProperty('byProvider');
});

test('what the workflow tells as an error is told so; what it did not run is not', () => {
  const told = ['json', 'error-text', 'execution-denied'].map(
    (type) => toContentItems([{ type: 'tool-result', output: { type, value: 'x' } }], 'tool', at)[0],
  );
  expect(told.map((item) => item?.kind === 'tool-result' && item.isError)).toEqual([
    undefined,
    true,
    undefined,
  ]);
  const ofProvider = toContentItems([{ type: 'tool-result', result: 'no', isError: true }], 'answer', at);
  expect(ofProvider[0]).not.toHaveProperty('isError');
});

test('what is not known is other', () => {
  expect(read([{ type: 'file' }, {}])).toMatchObject([
    { kind: 'other', type: 'file' },
    { kind: 'other', type: 'unnamed' },
  ]);
});

test('each item of a prompt has its place', () => {
  const prompt = [{ role: 'user', content: [{ type: 'text', text: 'a' }] }];
  expect(toPromptItems(prompt, at)[0]?.place.path).toEqual(['p', 0, 'content', 0, 'text']);
  expect(toPromptItems('nonsense', at)).toEqual([]);
});
