import { expect, test } from 'vitest';
import { createServerHealth } from './server-health.ts';

test('each loss and each return is said once', () => {
  const said: string[] = [];
  const health = createServerHealth((line) => said.push(line));
  health.answered();
  for (const _ of [1, 2, 3]) health.lost(new Error('Temporal cannot be reached.'));
  health.answered();
  health.answered();
  health.lost(new Error('Temporal cannot be reached.'));
  expect(said).toEqual([
    'Temporal cannot be reached. Trying again every few seconds.',
    'Temporal answers again.',
    'Temporal cannot be reached. Trying again every few seconds.',
  ]);
});
