import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TickscopeError } from '../base/tickscope-error.ts';
import { indexJson } from './index-json.ts';

function itemsOf(text: string) {
  const bytes = Buffer.from(text);
  return indexJson(bytes).map(({ start, end, lists }) => ({
    text: bytes.toString('utf8', start, end),
    lists: lists.map(({ path, offsets }) => {
      const parts = offsets.flatMap((from, at) =>
        at % 2 === 0 ? [bytes.toString('utf8', from, offsets[at + 1])] : [],
      );
      return [path.join('.'), parts];
    }),
  }));
}

test('lists where events may stand, their items unparsed', () => {
  const text = ' {"a":[1],"events":[ {"x":"]\\"}"} , 5,[{}] ], "history":{"events":["é"]}} [true]\n';
  expect(itemsOf(text)).toEqual([
    {
      text: text.trim().slice(0, -7),
      lists: [
        ['events', ['{"x":"]\\"}"}', '5', '[{}]']],
        ['history.events', ['"é"']],
      ],
    },
    { text: '[true]', lists: [['', ['true']]] },
  ]);
});

test('a key written with escapes is the same key', () => {
  expect(itemsOf('{"\\u0065vents":[1]}')[0]?.lists).toEqual([['events', ['1']]]);
});

test.each([
  ['{"events":[{"a":1},{"a":', 'history-invalid', 'ends in the middle in event number 2: it is cut off.'],
  ['{"events":[{"a":1}', 'history-invalid', 'ends in the middle after event number 1: it is cut off.'],
  ['{"events":[{"a":1}]', 'not-a-history', 'ends in the middle: it is cut off.'],
  ['{"events":[{"a":1} {"a":2}]}', 'not-a-history', 'is not JSON after event number 1 (byte 20).'],
  ['{events:[]}', 'not-a-history', 'is not JSON (byte 2).'],
  ['{"events":[]]', 'not-a-history', 'is not JSON (byte 13).'],
  ['[}', 'not-a-history', 'is not JSON in event number 1 (byte 2).'],
])('%s', (text, code, message) => {
  expect(() => indexJson(Buffer.from(text))).toThrow(expect.objectContaining({ code, message }));
});

test('nesting without end is skipped, not followed', () => {
  const deep = `{"events":[${'['.repeat(200_000)}${']'.repeat(200_000)}]}`;
  expect(indexJson(Buffer.from(deep))[0]?.lists[0]?.offsets).toEqual([11, 400_011]);
});

test('any JSON is indexed whole, any text or refused', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(itemsOf(json).map(({ text }) => text)).toEqual([json.trim()]);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\ 1atrue') }), (text) => {
      try {
        indexJson(Buffer.from(text));
      } catch (error) {
        expect(error).toBeInstanceOf(TickscopeError);
      }
    }),
    { numRuns: 2_000 },
  );
});
