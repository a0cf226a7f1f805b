import { expect, test } from 'vitest';
import type { ApprovalRecord } from '#agent/contract/approval.ts';
import { createDemoDesk } from './demo-desk.ts';
import { DEMO_WORKFLOW_ID, startDemoRun } from './demo-run.ts';

function toRecord(orderHash: string, status: ApprovalRecord['status'] = 'pending'): ApprovalRecord {
  return {
    status,
    refused: [],
    request: {
      tradeId: `demo-nvda-${orderHash}`,
      tick: 3,
      order: {
        clOrdId: 'c',
        tradeId: `demo-nvda-${orderHash}`,
        account: 'demo-nvda',
        symbol: 'NVDA',
        side: 'SELL',
        orderQty: 10,
        priceCents: 100_00,
      },
      context: {
        priceCents: 100_00,
        asOf: '2026-01-02T00:00:00Z',
        notionalCents: 1000_00,
        sentimentScore: 0,
        headlines: [],
        rationale: '',
        askedBy: ['sell-needs-approval'],
        positionQty: 10,
        cashCents: 0,
      },
      policyVersion: 'p',
      requestedAt: '2026-01-02T00:00:00Z',
      expiresAt: '2026-01-02T00:02:00Z',
      orderHash,
    },
  };
}

test('a person has 30 seconds; then the desk answers exactly what was asked, as a script', () => {
  const desk = createDemoDesk();
  expect(desk.look(toRecord('a'), 0)).toBeUndefined();
  expect(desk.look(toRecord('a'), 29_999)).toBeUndefined();
  expect(desk.look(toRecord('a'), 30_000)).toEqual({
    decision: 'approve',
    answer: {
      tradeId: 'demo-nvda-a',
      orderHash: 'a',
      approver: 'demo-desk',
      comment: expect.stringContaining('script'),
    },
  });
});

test('one answer for each question, the third a refusal', () => {
  const desk = createDemoDesk();
  const answer = (hash: string, at: number) => {
    desk.look(toRecord(hash), at);
    return desk.look(toRecord(hash), at + 30_000)?.decision;
  };
  expect([answer('a', 0), answer('b', 100_000), answer('c', 200_000)]).toEqual([
    'approve',
    'approve',
    'reject',
  ]);
  expect(desk.look(toRecord('c'), 400_000)).toBeUndefined();
});

test('what a person answered meanwhile stays theirs', () => {
  const desk = createDemoDesk();
  desk.look(toRecord('a'), 0);
  expect(desk.look(toRecord('a', 'approved'), 60_000)).toBeUndefined();
  expect(desk.look(undefined, 60_000)).toBeUndefined();
});

test('the demo starts only where no agent has run before', async () => {
  const started: string[] = [];
  const agent = (has: boolean) => ({
    hasAnyRun: async () => has,
    start: async (workflowId: string) => {
      started.push(workflowId);
    },
  });
  expect(await startDemoRun(agent(true), undefined)).toBe(false);
  expect(started).toEqual([]);
  expect(await startDemoRun(agent(false), undefined)).toBe(true);
  expect(started).toEqual([DEMO_WORKFLOW_ID]);
});
