import { cite } from '../../base/cite.ts';
import { toDurationWords } from '../../base/duration-words.ts';
import { textMember } from '../../base/json-members.ts';
import type { AnswerSection, Statement } from '../../model/answer.ts';
import { toExcerpt } from '../excerpt.ts';
import type { ReceivedAnswer } from './read-approval.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';
import { toName, toOrderText } from './words.ts';

/** Who was asked what, and each answer, also those that did not count. Absent when: nobody asked or answered. */
export function toApprovalSection(tick: TradingTick): AnswerSection | undefined {
  const statements = [
    ...toQuestion(tick),
    ...tick.approval.answers.map((answer) => toAnswerStatement(tick, answer)),
    ...toEnd(tick),
  ];
  return statements.length === 0
    ? undefined
    : { id: 'approval', title: 'What a person was asked', statements };
}

function toQuestion({ runId, approval }: TradingTick): readonly Statement[] {
  const { asked } = approval;
  if (!asked) return [];
  const { order, orderHash, requestedAt, expiresAt } = asked.value.request;
  return [
    {
      text: `A person was asked at ${requestedAt} (workflow clock) about exactly this order: ${toOrderText(order)}, to be answered before ${expiresAt}.`,
      citations: [citeIn(runId, asked, 'request', 'order'), citeIn(runId, asked, 'request', 'expiresAt')],
    },
    {
      text: `An answer counts only with the hash over order and shown context: ${toExcerpt(orderHash, asked.event.eventId, 100)}.`,
      citations: [citeIn(runId, asked, 'request', 'orderHash')],
    },
  ];
}

function toAnswerStatement(
  { runId, approval }: TradingTick,
  { signal, verdict, reason }: ReceivedAnswer,
): Statement {
  const { event, name, argument, identity } = signal;
  const who = toName(textMember(argument, 'approver') ?? '', event.eventId);
  const asked = approval.asked?.event;
  const after = asked
    ? `, ${toDurationWords((event.timeMicros - asked.timeMicros) / 1000)} after the question`
    : '';
  const by = identity ? `, sent by client ${toExcerpt(identity, event.eventId, 80)}` : '';
  const comment = textMember(argument, 'comment');
  const what =
    verdict === 'accepted'
      ? 'it was accepted'
      : verdict === 'refused'
        ? `it was refused (${reason ?? 'no reason recorded'})`
        : 'what the workflow made of it is not recorded yet';
  return {
    text: `${name === 'approveTrade' ? 'Approval' : 'Rejection'} by ${who} came in at ${event.eventTime}${after}${by}; ${what}${comment ? '. The comment:' : '.'}`,
    ...(comment ? { quote: toExcerpt(comment, event.eventId, 300) } : {}),
    citations: [
      cite(runId, event),
      ...(approval.latest && verdict !== 'unknown' ? [citeIn(runId, approval.latest)] : []),
    ],
  };
}

function toEnd({ runId, approval, approvalTimer }: TradingTick): readonly Statement[] {
  const { asked, latest } = approval;
  if (!asked || !latest) return [];
  const { status, request } = latest.value;
  const citations = [
    citeIn(runId, latest, 'status'),
    ...(approvalTimer?.ended ? [cite(runId, approvalTimer.ended)] : []),
  ];
  switch (status) {
    case 'pending':
      return [
        {
          text: `No valid answer is recorded yet; the question is open since ${asked.event.eventTime}.`,
          citations,
        },
      ];
    case 'timed-out':
      return [{ text: `No valid answer came before ${request.expiresAt}: that is a rejection.`, citations }];
    case 'withdrawn':
      return [
        { text: 'The question was withdrawn because the agent was halted or stopped meanwhile.', citations },
      ];
    case 'approved':
    case 'rejected':
      return [{ text: `The order was ${status}.`, citations }];
  }
}
