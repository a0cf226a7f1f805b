import { textMember } from '../../base/json-members.ts';
import { isSameJson } from '../../base/same-json.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import { MEMO } from './names-v1.ts';
import { readMemo } from './read-memo.ts';
import type { ReceivedSignal } from './read-signals.ts';
import type { Recorded } from './recorded.ts';
import {
  type ApprovalRecordV1,
  approvalAnswerV1,
  approvalRecordV1,
  type RefusedAnswerV1,
  refusedAnswerV1,
} from './schemas-v1.ts';

/** One answer of a person, and what the workflow made of it. */
export type ReceivedAnswer = {
  readonly signal: ReceivedSignal;
  /** `unknown`: no later event says it yet. */
  readonly verdict: 'accepted' | 'refused' | 'unknown';
  /** `stale-hash`, `already-answered`, … Absent when: not refused. */
  readonly reason?: string;
};

/** The question put to a person at this tick, and how it ended. */
export type ApprovalStory = {
  /** Absent when: no approval of this tick was asked. */
  readonly asked?: Recorded<ApprovalRecordV1>;
  /** The newest record of it; the same as `asked` while nothing came. */
  readonly latest?: Recorded<ApprovalRecordV1>;
  /** Answers that came in during the tick, also those for other trades. */
  readonly answers: readonly ReceivedAnswer[];
};

const ANSWERS: ReadonlyMap<string, ApprovalRecordV1['status']> = new Map([
  ['approveTrade', 'approved'],
  ['rejectTrade', 'rejected'],
]);

/** Puts memo records and signals of one tick together. */
export function readApproval(
  tick: number,
  events: readonly DecodedEvent[],
  signals: readonly ReceivedSignal[],
): ApprovalStory {
  const records = readMemo(approvalRecordV1, events, MEMO.approval);
  const own = records.filter(({ value }) => value.request.tick === tick);
  const [asked] = own;
  const latest = own.at(-1);
  return {
    ...(asked ? { asked } : {}),
    ...(latest ? { latest } : {}),
    answers: judgeAnswers(
      signals.filter((signal) => ANSWERS.has(signal.name)),
      records,
      readMemo(refusedAnswerV1, events, MEMO.refusedAnswer).map(({ value }) => value),
    ),
  };
}

function judgeAnswers(
  signals: readonly ReceivedSignal[],
  records: readonly Recorded<ApprovalRecordV1>[],
  withoutApproval: readonly RefusedAnswerV1[],
): readonly ReceivedAnswer[] {
  const answered = toFirstAnswered(records);
  const accepted = signals.find((signal) => answered.some((record) => isAccepted(signal, record)));
  // A record lists the refusals of earlier ticks first, so the newest refusal belongs to the newest signal.
  const refusals = [...toNewestRefusals(records), ...withoutApproval];
  const judged = signals.toReversed().map((signal): ReceivedAnswer => {
    if (signal === accepted) return { signal, verdict: 'accepted' };
    const at = refusals.findLastIndex((refusal) => isRefusalOf(refusal, signal));
    const [refusal] = at < 0 ? [] : refusals.splice(at, 1);
    return refusal ? { signal, verdict: 'refused', reason: refusal.reason } : { signal, verdict: 'unknown' };
  });
  return judged.toReversed();
}

/** One record per trade: every later one repeats the answer, and a flood of refused answers writes thousands. */
function toFirstAnswered(records: readonly Recorded<ApprovalRecordV1>[]): readonly ApprovalRecordV1[] {
  const first = new Map<string, ApprovalRecordV1>();
  for (const { value } of records) {
    if (value.answer && !first.has(value.request.tradeId)) first.set(value.request.tradeId, value);
  }
  return [...first.values()];
}

function toNewestRefusals(records: readonly Recorded<ApprovalRecordV1>[]): readonly RefusedAnswerV1[] {
  const newest = new Map(records.map(({ value }) => [value.request.tradeId, value.refused]));
  return [...newest.values()].flat();
}

function isAccepted({ name, argument }: ReceivedSignal, { status, answer }: ApprovalRecordV1): boolean {
  if (!answer || ANSWERS.get(name) !== status) return false;
  const parsed = approvalAnswerV1.safeParse(argument);
  return (
    parsed.success &&
    (['tradeId', 'orderHash', 'approver', 'comment'] as const).every((key) =>
      isSameJson(parsed.data[key], answer[key]),
    )
  );
}

function isRefusalOf(refusal: RefusedAnswerV1, { name, argument }: ReceivedSignal): boolean {
  if (refusal.signal !== name) return false;
  // What has no valid form is recorded with shortened names.
  const malformed = !approvalAnswerV1.safeParse(argument).success;
  if (malformed || refusal.reason === 'malformed') return malformed && refusal.reason === 'malformed';
  return (
    textMember(argument, 'tradeId') === refusal.tradeId &&
    textMember(argument, 'approver') === refusal.approver
  );
}
