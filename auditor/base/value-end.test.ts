import { expect, test } from 'vitest';
import { findLineEnd, findValueEnd } from './value-end.ts';

test.each([
  ['sk-1/2+3== x', 'sk-1/2+3=='],
  ['sk&n=1', 'sk'],
  ['sk, n', 'sk'],
  ['sk) n', 'sk'],
  [`it's'`, `it's`],
  [String.raw`s\n\" n`, String.raw`s\n`],
  [`SecretStr('s k', [1]).x n`, `SecretStr('s k', [1]).x`],
  [`<SecretStr('s k')> n`, `<SecretStr('s k')>`],
  [`b'Bearer sk', n`, `b'Bearer sk'`],
  [String.raw`rb\"s k\" n`, String.raw`rb\"s k\"`],
  ['Bearer sk n', 'Bearer sk'],
  ['f(cut o', 'f(cut o'],
  [' n', ''],
])('the value in %s', (text, value) => {
  expect(text.slice(0, findValueEnd(text, 0))).toBe(value);
});

test.each([
  ['Bearer sk, more\nn', 'Bearer sk, more'],
  ['Basic c2s=" n', 'Basic c2s='],
  ['Digest a="s k", b="", c="d" e\r\nn', 'Digest a="s k", b="", c="d" e'],
  [String.raw`Digest a=\"s k\", b\" n`, String.raw`Digest a=\"s k\", b`],
  [`a="s\nn"`, `a="s`],
  [`it's one' n`, `it's one`],
])('the line in %s', (text, value) => {
  expect(text.slice(0, findLineEnd(text, 0))).toBe(value);
});
