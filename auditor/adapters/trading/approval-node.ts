import { cite } from '../../base/cite.ts';
import { textMember } from '../../base/json-members.ts';
import type { Decision, Fact } from '../../model/decision.ts';
import { toExcerpt } from '../excerpt.ts';
import type { ReceivedAnswer } from './read-approval.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn, type Recorded } from './recorded.ts';
import type { ApprovalRecordV1 } from './schemas-v1.ts';
import { toName, toOrderText } from './words.ts';

const TONES: Readonly<Record<ApprovalRecordV1['status'], Decision['tone']>> = {
  pending: 'pending',
  approved: 'good',
  rejected: 'warn',
  'timed-out': 'warn',
  withdrawn: 'warn',
};

/** The question to a person, with one child for each answer that came. Absent when: nobody was asked. */
export function toApprovalNode({ runId, approval, approvalTimer }: TradingTick): Decision | undefined {
  const { asked, latest, answers } = approval;
  if (!asked || !latest) return undefined;
  const over = latest.value.status === 'pending' ? undefined : latest.event;
  return {
    id: `${runId}:${asked.event.eventId}:approval`,
    kind: 'approval',
    title: 'approval',
    outcome: toApprovalOutcome(latest),
    tone: TONES[latest.value.status],
    startedAt: asked.event.eventTime,
    ...(over ? { durationMs: Math.max(0, (over.timeMicros - asked.event.timeMicros) / 1000) } : {}),
    facts: toQuestionFacts(runId, asked),
    citations: [
      citeIn(runId, asked),
      ...(over ? [citeIn(runId, latest, 'status')] : []),
      ...(approvalTimer ? [cite(runId, approvalTimer.started)] : []),
    ],
    children: answers.map((answer) => toAnswerNode(runId, answer)),
  };
}

function toApprovalOutcome({ value, event }: Recorded<ApprovalRecordV1>): string {
  const by = value.answer ? ` by ${toName(value.answer.approver, event.eventId)}` : '';
  const refused = value.refused.length > 0 ? `, ${value.refused.length} refused` : '';
  return `${value.status}${by}${refused}`;
}

function toQuestionFacts(runId: string, asked: Recorded<ApprovalRecordV1>): readonly Fact[] {
  const { order, orderHash, expiresAt } = asked.value.request;
  const at = (key: string) => citeIn(runId, asked, 'request', key);
  return [
    { name: 'order asked about', value: toOrderText(order), citation: at('order') },
    { name: 'hash', value: orderHash, citation: at('orderHash') },
    { name: 'expires', value: expiresAt, citation: at('expiresAt') },
  ];
}

/** An answer signal as a node of its own: also shown where no approval was asked. */
export function toAnswerNode(runId: string, { signal, verdict, reason }: ReceivedAnswer): Decision {
  const { event, name, argument, identity } = signal;
  const comment = textMember(argument, 'comment');
  return {
    id: `${runId}:${event.eventId}:approval`,
    kind: 'approval',
    title: `${name} by ${toName(textMember(argument, 'approver') ?? '', event.eventId)}`,
    outcome:
      verdict === 'refused'
        ? `refused: ${reason ?? 'no reason recorded'}`
        : verdict === 'accepted'
          ? 'accepted'
          : 'no outcome recorded yet',
    tone: verdict === 'accepted' ? 'good' : verdict === 'refused' ? 'warn' : 'pending',
    startedAt: event.eventTime,
    facts: [
      ...(comment
        ? [
            {
              name: 'comment',
              value: toExcerpt(comment, event.eventId),
              citation: cite(runId, event, ['input', 0, 'comment']),
            },
          ]
        : []),
      ...(identity ? [{ name: 'sent by', value: identity, citation: cite(runId, event, ['identity']) }] : []),
    ],
    citations: [cite(runId, event)],
    children: [],
  };
}
