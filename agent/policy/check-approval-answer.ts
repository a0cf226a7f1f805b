import {
  type ApprovalAnswer,
  type ApprovalRecord,
  approvalAnswerSchema,
  type RefusedAnswer,
} from '../contract/approval.ts';

/** An answer as it came in: `raw` is whatever the sender put into the signal. */
export interface ReceivedAnswer {
  readonly signal: RefusedAnswer['signal'];
  readonly raw: unknown;
  readonly atMs: number;
}

export type CheckedAnswer =
  | { readonly kind: 'accepted'; readonly answer: ApprovalAnswer }
  | { readonly kind: 'refused'; readonly refused: RefusedAnswer };

/**
 * Decides whether an answer counts: it must name the trade that was asked about, carry its hash, come first and in time.
 *
 * Absent when: `record`, nothing was asked yet; then every answer is for an unknown trade.
 */
export function checkApprovalAnswer(
  received: ReceivedAnswer,
  record: ApprovalRecord | undefined,
): CheckedAnswer {
  const parsed = approvalAnswerSchema.safeParse(received.raw);
  if (!parsed.success) return refuse(received, { ...toNames(received.raw), reason: 'malformed' });
  const reason = findRefusalReason(parsed.data, received.atMs, record);
  if (reason === undefined) return { kind: 'accepted', answer: parsed.data };
  return refuse(received, { tradeId: parsed.data.tradeId, approver: parsed.data.approver, reason });
}

function findRefusalReason(
  answer: ApprovalAnswer,
  atMs: number,
  record: ApprovalRecord | undefined,
): RefusedAnswer['reason'] | undefined {
  if (record === undefined || record.request.tradeId !== answer.tradeId) return 'unknown-trade';
  if (record.request.orderHash !== answer.orderHash) return 'stale-hash';
  if (record.status === 'timed-out') return 'expired';
  if (record.status !== 'pending') return 'already-answered';
  return atMs >= Date.parse(record.request.expiresAt) ? 'expired' : undefined;
}

const refuse = ({ signal }: ReceivedAnswer, rest: Omit<RefusedAnswer, 'signal'>): CheckedAnswer => ({
  kind: 'refused',
  refused: { signal, ...rest },
});

/** Longest name kept of an answer that has no valid form: it goes into the memo, whose size is limited. */
const MAX_NAME_LENGTH = 100;

function toNames(raw: unknown): Pick<RefusedAnswer, 'tradeId' | 'approver'> {
  const members = new Map<string, unknown>(
    typeof raw === 'object' && raw !== null ? Object.entries(raw) : [],
  );
  const toName = (value: unknown): string =>
    typeof value === 'string' ? value.slice(0, MAX_NAME_LENGTH).toWellFormed() : '';
  return { tradeId: toName(members.get('tradeId')), approver: toName(members.get('approver')) };
}
