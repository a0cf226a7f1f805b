import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ApprovalSubject, toOrderHash } from './order-hash.ts';

const SUBJECT: ApprovalSubject = {
  workflowId: 'w',
  tradeId: 'w-t2',
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
    sentimentScore: -0.35,
    headlines: [{ text: 'Chip demand cools', source: 'mock', publishedAt: '2026-01-20T20:00:00Z' }],
    rationale: 'sentiment -0.35 is below -0.3',
    askedBy: ['sell-needs-approval', 'negative-sentiment'],
    positionQty: 40,
    cashCents: 94_876_00,
  },
  policyVersion: 'trade-policy/1',
  expiresAt: '2026-01-20T21:05:00.000Z',
};

it('is SHA-256 over the domain and canonical JSON, so that others can compute it', () => {
  const json =
    '{"context":{"asOf":"2026-01-20T21:00:00Z","askedBy":["sell-needs-approval","negative-sentiment"],"cashCents":9487600,' +
    '"headlines":[{"publishedAt":"2026-01-20T20:00:00Z","source":"mock","text":"Chip demand cools"}],"notionalCents":512400,' +
    '"positionQty":40,"priceCents":12810,"rationale":"sentiment -0.35 is below -0.3","sentimentScore":-0.35},' +
    '"expiresAt":"2026-01-20T21:05:00.000Z","order":{"account":"w","clOrdId":"w:w-t2","orderQty":40,"priceCents":12810,' +
    '"side":"SELL","symbol":"NVDA","tradeId":"w-t2"},"policyVersion":"trade-policy/1","tradeId":"w-t2","workflowId":"w"}';
  const expected = createHash('sha256').update(`tickscope.approval/1\0${json}`).digest('hex');
  expect(toOrderHash(SUBJECT)).toBe(expected);
});

it('does not depend on the order of keys, nor on fields beside the subject', () => {
  const { context, order, ...rest } = SUBJECT;
  const more = { ...rest, tick: 2, order, context };
  expect(toOrderHash(more)).toBe(toOrderHash(SUBJECT));
});

/** Paths of all leaves of a value. */
function listPaths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => listPaths(member, [...path, key]));
}

function changeLeaf(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return typeof value === 'number' ? value + 1 : `${value}x`;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? changeLeaf(item, rest) : item));
  const members = Object.entries(value as object).map(([name, member]) => [
    name,
    name === key ? changeLeaf(member, rest) : member,
  ]);
  return Object.fromEntries(members);
}

it.each(listPaths(SUBJECT).map((path) => [path.join('.'), path] as const))(
  'changes with %s',
  (_name, path) => {
    expect(toOrderHash(changeLeaf(SUBJECT, path) as ApprovalSubject)).not.toBe(toOrderHash(SUBJECT));
  },
);

it('changes with any other rationale', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (rationale) => {
      fc.pre(rationale !== SUBJECT.context.rationale);
      const other = { ...SUBJECT, context: { ...SUBJECT.context, rationale } };
      expect(toOrderHash(other)).not.toBe(toOrderHash(SUBJECT));
    }),
  );
});
