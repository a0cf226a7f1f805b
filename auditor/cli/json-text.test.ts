import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toJsonText } from './json-text.ts';

test('what terminals act on is escaped', () => {
  const text = toJsonText({ a: '\u009b2J\u202eabc\u2066', b: '\u{e0001}é漢😀' });
  expect(text).toBe('{"a":"\\u009b2J\\u202eabc\\u2066","b":"\\udb40\\udc01é漢😀"}');
});

test('a reader gets the same value, indented or not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(undefined, 2), (text, indent) => {
      const written = toJsonText([text, { [text]: 1 }], indent);
      expect(JSON.parse(written)).toEqual([text, { [text]: 1 }]);
      expect(written).not.toMatch(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});
