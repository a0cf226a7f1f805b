import { expect, test } from 'vitest';
import { toPlaceOf, writeActivity } from '../_recorded/read-activity.ts';
import { toPydanticItems, toPydanticParts } from './pydantic-ai-messages.ts';

const place = toPlaceOf(writeActivity('a', {}), 'p');

test('arguments are an object, or JSON in a text, or the model’s own text', () => {
  const args = (value: string | { s: string }) =>
    toPydanticParts({ parts: [{ part_kind: 'tool-call', tool_name: 't', args: value }] }, place);
  expect(args({ s: 'N' })).toMatchObject([{ call: { arguments: { s: 'N' } } }]);
  expect(args('{"s":"N"}')).toMatchObject([{ call: { arguments: { s: 'N' } } }]);
  expect(args('{broken')).toMatchObject([{ call: { arguments: '{broken' } }]);
});

test('a retry answers the tool that it names, else the model', () => {
  const retry = { part_kind: 'retry-prompt', content: 'bad', tool_call_id: 'c1' };
  expect(
    toPydanticParts(
      {
        parts: [
          { ...retry, tool_name: 't' },
          { ...retry, tool_name: null },
        ],
      },
      place,
    ),
  ).toMatchObject([
    { kind: 'tool-result', callId: 'c1', name: 't', text: 'bad' },
    { kind: 'message', role: 'user', text: 'bad' },
  ]);
});

test('a result that is told as failed is told so', () => {
  const read = (outcome: string) =>
    toPydanticParts(
      { parts: [{ part_kind: 'tool-return', tool_call_id: 'c1', content: 'x', outcome }] },
      place,
    )[0];
  expect(read('failed')).toMatchObject({ kind: 'tool-result', callId: 'c1', isError: true });
  expect(read('denied')).not.toHaveProperty('isError');
});

test('tools that the provider ran itself', () => {
  const part = { tool_name: 'web_search', tool_call_id: 'c1' };
  const parts = [
    { ...part, part_kind: 'builtin-tool-call', args: { q: 1 } },
    { ...part, part_kind: 'builtin-tool-return', content: 'found', outcome: 'failed' },
    { ...part, part_kind: 'builtin-tool-return', content: 'found' },
  ];
  expect(toPydanticItems([{ parts }], place)).toMatchObject([
    { kind: 'tool-call', call: { id: 'c1', arguments: { q: 1 }, byProvider: 'unknown' } },
    { kind: 'tool-result', callId: 'c1', text: 'found', byProvider: 'failed' },
    { byProvider: 'completed' },
  ]);
});

test('what is of no known kind stays, with its kind; no messages are none', () => {
  expect(toPydanticItems([{ parts: [{ part_kind: 'file' }, 3] }], place)).toMatchObject([
    { kind: 'other', type: 'file', place: { path: ['p', 0, 'parts', 0] } },
    { kind: 'other', type: 'unnamed' },
  ]);
  expect(toPydanticItems({}, place)).toEqual([]);
});
