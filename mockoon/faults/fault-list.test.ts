import { expect, test } from 'vitest';
import { createFaultList, faultSchema } from './fault-list.ts';

test('A fault comes true as often as it says, for its party alone', () => {
  const faults = createFaultList();
  faults.add({ party: 'broker', kind: 'drop', count: 2 });
  expect(faults.take('news')).toBeUndefined();
  expect(faults.take('broker')?.kind).toBe('drop');
  expect(faults.list()).toEqual([{ party: 'broker', kind: 'drop', count: 1 }]);
  expect(faults.take('broker')?.kind).toBe('drop');
  expect(faults.take('broker')).toBeUndefined();
});

test('Faults of one party follow each other', () => {
  const faults = createFaultList();
  faults.add({ party: 'model', kind: 'status', status: 429, count: 1 });
  faults.add({ party: 'model', kind: 'slow', delayMs: 5, count: 1 });
  expect([faults.take('model')?.kind, faults.take('model')?.kind]).toEqual(['status', 'slow']);
});

test('Clearing forgets all', () => {
  const faults = createFaultList();
  faults.add({ party: 'market', kind: 'drop', count: 9 });
  faults.clear();
  expect(faults.take('market')).toBeUndefined();
});

test.each([
  { party: 'bank', kind: 'drop', count: 1 },
  { party: 'broker', kind: 'explode', count: 1 },
  { party: 'broker', kind: 'drop', count: 0 },
  { party: 'broker', kind: 'status', status: 200, count: 1 },
  { party: 'broker', kind: 'drop', status: 500, count: 1 },
  { party: 'broker', kind: 'drop', delayMs: 10, count: 1 },
  { party: 'broker', kind: 'drop', count: 1, extra: true },
])('%j is no fault', (fault) => {
  expect(faultSchema.safeParse(fault).success).toBe(false);
});
