import { expect, test } from 'vitest';
import { plainStyle, toOneLine, wrap } from './text-style.ts';

test('text is wrapped at the width, indent included', () => {
  expect(wrap('one two three four five six', 24, '  ', '- ')).toBe('- one two three four\n  five six');
  expect(wrap('a'.repeat(50), 24)).toBe('a'.repeat(50));
});

test('foreign text cannot begin a line, move the cursor or turn the writing around', () => {
  expect(toOneLine('a\r\nb\n\n c')).toBe('a ⏎ b ⏎ c');
  expect(toOneLine('\u001b[31mred\u202eevil\u2028next')).toBe('\\u001b[31mred\\u202eevil ⏎ next');
});

test('the plain style colours nothing', () => {
  expect(plainStyle().paint('bad', 'x')).toBe('x');
});
