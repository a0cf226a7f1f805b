import { expect, test } from 'vitest';
import { hideValue, type SecretMember, skipSpace } from './hide-value.ts';

const hide = (text: string, member: Partial<SecretMember> = {}): string => {
  const change = hideValue(text, { quote: '', separator: 'colon', from: 0, isWord: false, ...member }, '*');
  return change === undefined ? text : text.slice(0, change.start) + change.by + text.slice(change.end);
};

test('what is quoted or in brackets ends where that does', () => {
  expect(hide(' "s k" n')).toBe(' "*" n');
  expect(hide(' {"a": "s"} n')).toBe(' "*" n');
  expect(hide(` b's k', n`, { quote: "'" })).toBe(` '*', n`);
  expect(hide(' ""')).toBe(' ""');
});

test('a header is hidden to the end of its line, another value to the end of the word', () => {
  expect(hide(' Bearer sk, x\nn')).toBe(' *\nn');
  expect(hide('s&n', { separator: 'tight' })).toBe('*&n');
  expect(hide(' s n', { separator: 'equals' })).toBe(' * n');
  expect(hide('\nnext line')).toBe('\nnext line');
  expect(hide(' None')).toBe(' None');
});

test('a word of sentences hides what is no word', () => {
  expect(hide(' it is short', { isWord: true })).toBe(' it is short');
  expect(hide(' sk-abcd1 n', { isWord: true })).toBe(' * n');
  expect(hide(' Bearer sk n', { isWord: true })).toBe(' * n');
  expect(hide('sk n', { isWord: true, separator: 'tight' })).toBe('* n');
  expect(hide('5 n', { isWord: true, separator: 'tight' })).toBe('5 n');
  expect(hide('5 n', { separator: 'tight' })).toBe('* n');
});

test('blanks', () => {
  expect(skipSpace('a \t\n\rb', 1)).toBe(5);
});
