import { expect, test } from 'vitest';
import { toTypeWords } from './event-type-words.ts';

test('words in lower case', () => {
  expect(toTypeWords('WORKFLOW_EXECUTION_STARTED')).toBe('workflow execution started');
});
