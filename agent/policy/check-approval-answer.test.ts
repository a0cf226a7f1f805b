import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApprovalRecord } from '../contract/approval.ts';
import { checkApprovalAnswer } from './check-approval-answer.ts';

const EXPIRES_AT = '2026-01-20T21:05:00.000Z';
const IN_TIME = Date.parse(EXPIRES_AT) - 1;
const HASH = 'a'.repeat(64);

const RECORD: ApprovalRecord = {
  request: {
    tradeId: 'w-t2',
    tick: 2,
    order: {
      clOrdId: 'w:w-t2',
      tradeId: 'w-t2',
      account: 'w',
      symbol: 'NVDA',
      side: 'SELL',
      orderQty: 40,
      priceCents: 128_10,
    },
    context: {
      priceCents: 128_10,
      asOf: '2026-01-20T21:00:00Z',
      notionalCents: 5_124_00,
      sentimentScore: 0.1,
      headlines: [],
      rationale: 'r',
      askedBy: ['sell-needs-approval'],
      positionQty: 40,
      cashCents: 0,
    },
    policyVersion: 'trade-policy/1',
    requestedAt: '2026-01-20T21:00:00.000Z',
    expiresAt: EXPIRES_AT,
    orderHash: HASH,
  },
  status: 'pending',
  refused: [],
};

const ANSWER = { tradeId: 'w-t2', orderHash: HASH, approver: 'risk-desk', comment: '' };
const check = (raw: unknown, record: ApprovalRecord | undefined = RECORD, atMs = IN_TIME) =>
  checkApprovalAnswer({ signal: 'approveTrade', raw, atMs }, record);
const refusal = (reason: string) => ({ kind: 'refused', refused: { signal: 'approveTrade', reason } });

it('accepts the answer to the question that is open', () => {
  expect(check(ANSWER)).toEqual({ kind: 'accepted', answer: ANSWER });
});

describe('refuses', () => {
  it('an answer to another trade, or to nothing', () => {
    expect(check({ ...ANSWER, tradeId: 'w-t1' })).toMatchObject(refusal('unknown-trade'));
    expect(checkApprovalAnswer({ signal: 'rejectTrade', raw: ANSWER, atMs: IN_TIME }, undefined)).toEqual({
      kind: 'refused',
      refused: { signal: 'rejectTrade', tradeId: 'w-t2', approver: 'risk-desk', reason: 'unknown-trade' },
    });
  });

  it('an answer to the same trade with another hash, also when it was answered before', () => {
    const stale = { ...ANSWER, orderHash: HASH.toUpperCase() };
    expect(check(stale)).toMatchObject(refusal('stale-hash'));
    expect(check(stale, { ...RECORD, status: 'approved' })).toMatchObject(refusal('stale-hash'));
  });

  it.each([
    ['approved', 'already-answered'],
    ['rejected', 'already-answered'],
    ['withdrawn', 'already-answered'],
    ['timed-out', 'expired'],
  ] as const)('an answer after %s as %s', (status, reason) => {
    expect(check(ANSWER, { ...RECORD, status })).toMatchObject(refusal(reason));
  });

  it('an answer at the moment of expiry', () => {
    expect(check(ANSWER, RECORD, Date.parse(EXPIRES_AT))).toMatchObject(refusal('expired'));
  });

  it.each([
    [undefined, '', ''],
    ['approve', '', ''],
    [{ ...ANSWER, approver: '' }, 'w-t2', ''],
    [{ ...ANSWER, extra: 1 }, 'w-t2', 'risk-desk'],
    [{ ...ANSWER, comment: 'x'.repeat(2001) }, 'w-t2', 'risk-desk'],
    [{ ...ANSWER, comment: '\ud800' }, 'w-t2', 'risk-desk'],
    [{ ...ANSWER, approver: 'a\udc00' }, 'w-t2', 'a\ufffd'],
    [{ ...ANSWER, tradeId: 'y'.repeat(5000) }, 'y'.repeat(100), 'risk-desk'],
  ])('the malformed answer %#', (raw, tradeId, approver) => {
    expect(check(raw)).toEqual({
      kind: 'refused',
      refused: { signal: 'approveTrade', tradeId, approver, reason: 'malformed' },
    });
  });
});

it('never throws and never accepts what does not carry the hash', () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      expect(check(raw).kind).toBe('refused');
    }),
  );
});
