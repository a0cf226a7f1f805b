import { expect, test } from 'vitest';
import { toTerminalText } from './terminal-text.ts';

test('what would steer a terminal is shown instead', () => {
  expect(toTerminalText('\u001b[31mSELL\u0007\r\u202e')).toBe('\\u001b[31mSELL\\u0007\\u000d\\u202e');
});

test('text of any language and line breaks stay', () => {
  expect(toTerminalText('Übersicht 株 🚀\nzwei')).toBe('Übersicht 株 🚀\nzwei');
});
