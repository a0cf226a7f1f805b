import { expect, test } from 'vitest';
import { createDecodings, toPayloadHash } from '../base/decodings.ts';
import { decodeSummary } from './decode-summary.ts';

const payload = (encoding: string, text: string) => ({
  summary: { metadata: { encoding: btoa(encoding) }, data: btoa(text) },
});

test('the text of a summary', () => {
  expect(decodeSummary(payload('json/plain', '"tick 14"'))).toBe('tick 14');
});

test.each([
  ['none', undefined],
  ['no summary', { details: {} }],
  ['a summary without data', { summary: {} }],
  ['encrypted', payload('binary/encrypted', '"tick 14"')],
  ['no text', payload('json/plain', '{"tick":14}')],
  ['no JSON', payload('json/plain', 'tick 14')],
])('absent: %s', (_name, metadata) => {
  expect(decodeSummary(metadata)).toBeUndefined();
});

test('an encrypted summary that a codec has decoded', () => {
  const { summary: encoded } = payload('binary/encrypted', 'x');
  const { summary: plain } = payload('json/plain', '"tick 14"');
  const decodings = createDecodings(new Map([[toPayloadHash(encoded), { kind: 'decoded', payload: plain }]]));
  expect(decodeSummary({ summary: encoded }, decodings)).toBe('tick 14');
});
