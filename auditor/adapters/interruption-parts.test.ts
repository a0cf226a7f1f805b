import { expect, test } from 'vitest';
import type { Interruption } from '../model/interruption.ts';
import { toInterruptionNode, toInterruptionSection } from './interruption-parts.ts';

const interruption: Interruption = {
  kind: 'activity-retried',
  eventId: 9,
  eventTime: '2026-01-05T14:30:00Z',
  title: 'x retried',
  text: 'x failed once before attempt 2; the last error was',
  quote: 'e'.repeat(500),
  citations: [{ runId: 'r', eventId: 9 }],
};

test('the error stays a quotation of bounded length', () => {
  const [statement] = toInterruptionSection([interruption])?.statements ?? [];
  expect(statement?.text).toBe(interruption.text);
  expect(statement?.quote).toMatch(/^e{400}… \(100 more characters, event 9\)$/);
  expect(toInterruptionNode('r', interruption)).toMatchObject({ tone: 'warn', facts: [{ name: 'error' }] });
});

test('nothing disturbed, no section', () => {
  expect(toInterruptionSection([])).toBeUndefined();
});
