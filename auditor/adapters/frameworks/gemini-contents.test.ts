import { expect, test } from 'vitest';
import { toPlaceOf, writeActivity } from '../_recorded/read-activity.ts';
import { toGeminiInstructions, toGeminiItems, toGeminiOffers, toGeminiUsage } from './gemini-contents.ts';

const place = toPlaceOf(writeActivity('a', {}), 'p');

test('contents may be a text, one content or a list', () => {
  const content = { role: 'user', parts: [{ text: 'q' }] };
  const said = [{ kind: 'message', role: 'user', text: 'q' }];
  expect(toGeminiItems('q', place)).toMatchObject(said);
  expect(toGeminiItems(content, place)).toMatchObject(said);
  expect(toGeminiItems([content], place)).toMatchObject(said);
  expect(toGeminiItems(7, place)).toEqual([]);
});

test('calls and their answers are read in either case, with the key that is there', () => {
  const parts = [
    { function_call: { id: 'c1', name: 'price', args: { s: 'N' } }, text: null },
    { function_response: { id: 'c1', name: 'price', response: { p: 1 } } },
    { thought: true, text: 'hm' },
    { inline_data: { mime_type: 'image/png' } },
    null,
  ];
  expect(toGeminiItems([{ role: 'model', parts }], place)).toMatchObject([
    { call: { name: 'price', place: { path: ['p', 0, 'parts', 0, 'function_call', 'args'] } } },
    { kind: 'tool-result', callId: 'c1', text: '{"p":1}' },
    { kind: 'reasoning', text: 'hm' },
    { kind: 'other', type: 'inline_data' },
    { kind: 'other', type: 'unnamed' },
  ]);
});

test('a result without an id is of the first call of its name that has none yet', () => {
  const call = (id: string, name: string) => ({ functionCall: { id, name, args: {} } });
  const answer = (name: string, id?: string) => ({
    functionResponse: { name, response: {}, ...(id ? { id } : {}) },
  });
  const contents = [
    { role: 'model', parts: [call('c1', 'price'), call('c2', 'price'), call('c3', 'limit')] },
    { role: 'user', parts: [answer('price', 'c1'), answer('limit'), answer('price'), answer('price')] },
  ];
  const results = toGeminiItems(contents, place).filter(({ kind }) => kind === 'tool-result');
  expect(results).toMatchObject([{ callId: 'c1' }, { callId: 'c3' }, { callId: 'c2' }, { callId: '' }]);
});

test('instructions are a text or parts; handing over to another agent is told from tools', () => {
  expect(toGeminiInstructions({ parts: [{ text: 'a' }, { text: 'b' }] }, place)?.text).toBe('a\nb');
  expect(toGeminiInstructions([], place)).toBeUndefined();
  const tools = [
    { function_declarations: [{ name: 'price' }, { name: 'transfer_to_agent' }] },
    { googleSearch: {} },
  ];
  expect(toGeminiOffers(tools, place)).toMatchObject([
    { name: 'price', kind: 'tool', place: { path: ['p', 0, 'function_declarations', 0] } },
    { name: 'transfer_to_agent', kind: 'handoff' },
  ]);
});

test('thoughts are output', () => {
  expect(
    toGeminiUsage({ prompt_token_count: 4, candidates_token_count: 2, thoughts_token_count: 3 }),
  ).toEqual({
    ...{ inputTokens: 4, outputTokens: 5, reasoningTokens: 3 },
  });
  expect(toGeminiUsage(null)).toEqual({});
});
