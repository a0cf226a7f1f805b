import { expect, test } from 'vitest';
import { toWorkflowId } from './to-workflow-id.ts';

test('ticker and start in UTC', () => {
  expect(toWorkflowId('BRK.B', new Date('2026-11-23T20:41:08.123Z'))).toBe('brk.b-20261123-204108');
});
