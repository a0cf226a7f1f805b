import { cite } from '../../base/cite.ts';
import { toDurationWords } from '../../base/duration-words.ts';
import type { Citation } from '../../model/citation.ts';
import { toCount } from '../count-words.ts';
import { toExcerpt } from '../excerpt.ts';
import type { Conclusion } from './conclude.ts';
import type { LookupStep, OrderStep } from './read-steps.ts';
import { citeModelAnswer, type TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';
import { toIntentText, toName, toPercentText, toRuleCount } from './words.ts';

/** A part of the headline with its proof. */
export type Clause = { readonly text: string; readonly citations: readonly Citation[] };

/** What the model asked for; its reasons stay below, as a quotation. */
export function toModelClause(tick: TradingTick): Clause {
  const { intent } = tick;
  const answer = citeModelAnswer(tick);
  const citations = [...(intent ? [intent.citation] : []), ...(answer ? [answer] : [])];
  if (!intent) return { text: 'the model answered', citations };
  if (intent.value.action === 'HOLD') return { text: 'the model answered HOLD (its words below)', citations };
  return {
    text: `the model asked for ${toIntentText(intent.value, intent.citation.eventId)} (its words below)`,
    citations,
  };
}

/** How many rules blocked, asked or passed. Empty when nothing was checked. */
export function toRulesClause({ runId, check }: TradingTick): readonly Clause[] {
  const verdict = check?.result;
  if (!verdict) return [];
  const { rules } = verdict.value;
  const blocking = rules.filter((rule) => rule.outcome === 'block');
  const asking = rules.filter((rule) => rule.outcome === 'ask');
  const citations = [citeIn(runId, verdict, 'rules')];
  if (blocking.length > 0) {
    const names = blocking.map((rule) => toExcerpt(rule.rule, verdict.event.eventId, 60)).join(', ');
    return [{ text: `${toRuleCount(blocking.length, rules.length)} blocked it (${names})`, citations }];
  }
  if (asking.length > 0)
    return [{ text: `${toRuleCount(asking.length, rules.length)} asked for approval`, citations }];
  return [
    { text: `${rules.length === 1 ? 'the one rule' : `all ${rules.length} rules`} let it pass`, citations },
  ];
}

/** Who answered and after which time. Empty when nobody was asked, or while the question is open. */
export function toApprovalClause({ runId, approval }: TradingTick): readonly Clause[] {
  const { asked, latest } = approval;
  if (!asked || !latest) return [];
  const { status, answer } = latest.value;
  const citations = [citeIn(runId, asked, 'request'), citeIn(runId, latest, 'status')];
  const accepted =
    approval.answers.find(({ verdict }) => verdict === 'accepted')?.signal.event ?? latest.event;
  const after = toDurationWords((accepted.timeMicros - asked.event.timeMicros) / 1000);
  const who = toName(answer?.approver ?? '', latest.event.eventId);
  switch (status) {
    case 'approved':
      return [
        { text: `${who} approved it after ${after}`, citations: [...citations, cite(runId, accepted)] },
      ];
    case 'rejected':
      return [
        { text: `${who} rejected it after ${after}`, citations: [...citations, cite(runId, accepted)] },
      ];
    case 'timed-out':
      return [{ text: `nobody answered validly before ${latest.value.request.expiresAt}`, citations }];
    case 'withdrawn':
      return [{ text: `the question to a person was withdrawn after ${after}`, citations }];
    case 'pending':
      return [];
  }
}

/** What the broker did, or why nothing went to it. */
export function toBrokerClause(
  { runId, order, lookup, note }: TradingTick,
  kind: Conclusion['kind'],
): readonly Clause[] {
  if (note && kind === 'withheld') {
    const why = `because the agent was ${toExcerpt(note.value.cause, note.event.eventId, 60)}`;
    const proof = citeIn(runId, note, 'cause');
    if (!order) return [{ text: `no order left ${why}`, citations: [proof] }];
    return [toWithdrawnClause({ runId, order, lookup, text: `the order was withdrawn ${why}`, proof })];
  }
  const report = lookup?.result ?? order?.result;
  if (!report) return [];
  const verb = kind === 'filled' ? 'filled' : 'rejected';
  return [{ text: `the broker ${verb} it`, citations: [citeIn(runId, report, 'ordStatus')] }];
}

type Withdrawal = {
  readonly runId: string;
  readonly lookup: LookupStep | undefined;
  readonly order: OrderStep;
  readonly text: string;
  readonly proof: Citation;
};

/** An order that was given out and taken back may have arrived: only the broker's answer says that it had not. */
function toWithdrawnClause({ runId, order, lookup, text, proof }: Withdrawal): Clause {
  const given = cite(runId, order.activity.scheduled);
  const closed = lookup?.activity.outcome === 'completed' ? lookup.activity.closed : undefined;
  return closed
    ? { text: `${text} and the broker had none`, citations: [given, cite(runId, closed), proof] }
    : { text: `${text}; whether the broker had it is not recorded`, citations: [given, proof] };
}

/** How the winner of the backtests did. */
export function toDiscoveryClause({ runId, selection, backtests }: TradingTick): Clause {
  if (!selection) return { text: 'nothing more is recorded', citations: [] };
  const { sharpe, maxDrawdownRatio, failed } = selection.value;
  const lost = failed.length > 0 ? `, ${failed.length} failed` : '';
  return {
    text: `its backtest has a Sharpe ratio of ${sharpe} and a maximum drawdown of ${toPercentText(maxDrawdownRatio)}; ${toCount(backtests.length, 'candidate')} were tried${lost}`,
    citations: [citeIn(runId, selection), ...backtests.map(({ initiated }) => cite(runId, initiated))],
  };
}
