import { expect, test } from 'vitest';
import { decodeUserText } from './decode-user-text.ts';

const payload = (encoding: string, text: string) => ({
  metadata: { encoding: btoa(encoding) },
  data: btoa(text),
});

test('the text of a summary', () => {
  expect(decodeUserText(payload('json/plain', '"tick 14"'))).toBe('tick 14');
});

test.each([
  ['none', undefined],
  ['no payload', { details: {} }],
  ['without data', {}],
  ['encrypted', payload('binary/encrypted', '"tick 14"')],
  ['no text', payload('json/plain', '{"tick":14}')],
  ['no JSON', payload('json/plain', 'tick 14')],
])('absent: %s', (_name, value) => {
  expect(decodeUserText(value)).toBeUndefined();
});

test('an encrypted summary that a codec has decoded', () => {
  const encoded = payload('binary/encrypted', 'x');
  const plain = payload('json/plain', '"tick 14"');
  expect(decodeUserText(encoded, () => ({ kind: 'decoded', payload: plain }))).toBe('tick 14');
});
