import { expect, test } from 'vitest';
import { EVENT_VERBS } from './event-verbs.ts';

test('every event that wakes or decides has words of its own', () => {
  expect([...EVENT_VERBS.keys()].filter((type) => type.startsWith('NEXUS_OPERATION_'))).toHaveLength(9);
  expect(EVENT_VERBS.get('TIMER_FIRED')).toBe('end of timer');
});
