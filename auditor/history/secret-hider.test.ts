import { expect, test } from 'vitest';
import { createSecretHider } from './secret-hider.ts';

test('hides every secret wherever it stands, the longest first', () => {
  const hide = createSecretHider(['sesame', undefined, 'open-sesame']);
  expect(hide('Bearer open-sesame, sesame; sesame')).toBe('Bearer [redacted], [redacted]; [redacted]');
});

test('a short value is no secret: it would be found in any text', () => {
  expect(createSecretHider(['a', ''])('a cat')).toBe('a cat');
});
