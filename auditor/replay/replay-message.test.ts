import { expect, test } from 'vitest';
import { isReplayReply } from './replay-message.ts';

test.each([
  [{ kind: 'match' }, true],
  [{ kind: 'failed', errorName: 'ReplayError', message: 'x' }, true],
  [{ kind: 'failed', message: 'x' }, false],
  [{ kind: 'other' }, false],
  ['match', false],
  [null, false],
])('%j', (message, expected) => {
  expect(isReplayReply(message)).toBe(expected);
});
