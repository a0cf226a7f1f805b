import { expect, test } from 'vitest';
import { toCount } from './count-words.ts';

test('plural where the number asks for it', () => {
  expect([toCount(1, 'message'), toCount(2, 'message'), toCount(0, 'reply', 'replies')]).toEqual([
    '1 message',
    '2 messages',
    '0 replies',
  ]);
});
