import { expect, test } from 'vitest';
import { parseDecoding, toDecodingText } from './decoding-text.ts';

test('out and in again', () => {
  const decoded = { kind: 'decoded', payload: { metadata: { encoding: 'eA==' }, data: 'YQ==' } } as const;
  const failed = { kind: 'failed', reason: 'no key' } as const;
  expect(parseDecoding(toDecodingText(decoded))).toEqual(decoded);
  expect(parseDecoding(toDecodingText(failed))).toEqual(failed);
  expect(parseDecoding('{}')).toBeUndefined();
});
