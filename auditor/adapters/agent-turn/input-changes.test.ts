import { expect, test } from 'vitest';
import type { Json } from '../../model/history-event.ts';
import { tellTurns } from '../_recorded/agent-run.ts';
import type { AgentWriter } from '../_recorded/agent-writer.ts';
import { findInputChanges } from './input-changes.ts';

const user = (content: string): Json => ({ type: 'message', role: 'user', content });

function compare(...inputs: readonly Json[]) {
  const [told] = tellTurns((agent: AgentWriter) => {
    for (const input of inputs) agent.call({ text: 'Rain.' }, input);
  });
  const calls = told?.span.modelCalls ?? [];
  const last = calls.at(-1);
  if (!last) throw new Error('no call');
  const { added, before, dropped } = findInputChanges(last, calls.slice(0, -1));
  const texts = added.map((item) => (item.kind === 'message' ? item.text : item.kind));
  return { texts, before: before && calls.indexOf(before), dropped };
}

test('what is new is what neither the call before was shown nor the model said', () => {
  const answer = { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Rain.' }] };
  expect(compare([user('Weather?')], [user('Weather?'), answer, user('And in Bergen?')])).toEqual({
    ...{ texts: ['And in Bergen?'], before: 0, dropped: 0 },
  });
});

test('another agent in between has another conversation', () => {
  expect(compare([user('A')], [user('B')], [user('A'), user('C')])).toEqual({
    texts: ['C'],
    before: 0,
    dropped: 0,
  });
  expect(compare([user('A')], [user('B')])).toEqual({ texts: ['B'], before: undefined, dropped: 0 });
});

test('what is not shown again is counted', () => {
  expect(compare([user('A'), user('B'), user('C')], [user('A'), user('D')])).toMatchObject({
    texts: ['D'],
    dropped: 2,
  });
});
