import { expect, it } from 'vitest';
import { toFailureText } from './failure-text.ts';

it('takes the first line of the deepest cause that says something', () => {
  const bottom = new Error('broker: HTTP 422\nstack');
  const error = new Error('Activity task failed', { cause: new Error('outer', { cause: bottom }) });
  expect(toFailureText(error)).toBe('broker: HTTP 422');
  expect(toFailureText(new Error('outer', { cause: new Error('') }))).toBe('outer');
});

it('bounds what it takes, also of what is no error', () => {
  expect(toFailureText(new Error('x'.repeat(10_000)))).toHaveLength(500);
  expect(toFailureText('plain')).toBe('plain');
  expect(toFailureText(`${'x'.repeat(499)}😀`).isWellFormed()).toBe(true);
});
