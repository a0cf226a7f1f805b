import { expect, test } from 'vitest';
import { type ChaosReport, formatReport, listFaults, toRecovery } from './chaos-report.ts';

const good: ChaosReport = {
  seed: 1,
  finished: true,
  status: 'COMPLETED',
  ticks: 500,
  plannedTicks: 500,
  kills: 20,
  plannedKills: 20,
  intents: 100,
  approvals: 60,
  retriedActivities: 18,
  expectedOrders: 70,
  brokerOrders: 70,
  lost: [],
  duplicated: [],
  unexpected: [],
  workflowPositionQty: 5,
  brokerPositionQty: 5,
  recoveryMs: { median: 4000, longest: 9000 },
  durationMs: 60_000,
};

test('a kept promise has no faults', () => {
  expect(listFaults(good)).toEqual([]);
  expect(formatReport(good)).toMatch(/lost orders +0\nduplicated orders +0/);
});

test.each([
  [{ duplicated: ['w:t1'] }, 'placed more than once: w:t1'],
  [{ lost: ['w:t2'] }, 'lost: w:t2'],
  [{ unexpected: ['w:t3'] }, 'placed without reason: w:t3'],
  [{ brokerPositionQty: 6 }, 'the workflow holds 5, the broker 6 shares'],
  [{ finished: false, status: 'FAILED', ticks: 7 }, 'the run did not finish: tick 7 of 500, FAILED'],
  [{ kills: 19 }, 'only 19 of 20 kills took place'],
])('%j is a fault', (change, fault) => {
  expect(listFaults({ ...good, ...change })).toEqual([fault]);
});

test('median and longest', () => {
  expect(toRecovery([3, 1, 2])).toEqual({ median: 2, longest: 3 });
  expect(toRecovery([])).toEqual({ median: 0, longest: 0 });
});
