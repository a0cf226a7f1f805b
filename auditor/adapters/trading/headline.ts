import { cite } from '../../base/cite.ts';
import { toDurationWords } from '../../base/duration-words.ts';
import { toUsdText } from '../../base/money-text.ts';
import type { Statement } from '../../model/answer.ts';
import type { Citation } from '../../model/citation.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import { toExcerpt } from '../excerpt.ts';
import type { Conclusion, Phase } from './conclude.ts';
import type { ReceivedSignal } from './read-signals.ts';
import { citeModelAnswer, citeTick, type TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';
import { toSender } from './signal-words.ts';
import { toCount, toIntentText, toName, toRuleCount } from './words.ts';

/** A part of the headline with its proof. */
type Clause = { readonly text: string; readonly citations: readonly Citation[] };

/** The answer in one or two sentences that stand alone. */
export function writeHeadline(tick: TradingTick, conclusion: Conclusion): readonly Statement[] {
  const [end, ...path] = [toEnd(tick, conclusion), ...toPath(tick, conclusion)];
  const text = path.length > 0 ? `${end.text}: ${join(path.map((clause) => clause.text))}.` : `${end.text}.`;
  const citations = dedupe([end, ...path].flatMap((clause) => clause.citations));
  return [{ text, citations: citations.length > 0 ? citations : citeTick(tick) }, ...toInterrupted(tick)];
}

/** That the tick was disturbed belongs to the answer; how stands in a section of its own. */
function toInterrupted({ span: { interruptions } }: TradingTick): readonly Statement[] {
  if (interruptions.length === 0) return [];
  const titles = [...new Set(interruptions.map(({ title }) => title))].join(', ');
  return [
    {
      text: `It was interrupted: ${titles}.`,
      citations: dedupe(interruptions.flatMap(({ citations }) => citations)),
    },
  ];
}

/** What happened, or did not. */
function toEnd(tick: TradingTick, conclusion: Conclusion): Clause {
  const { runId, note, span, selection } = tick;
  switch (conclusion.kind) {
    case 'filled': {
      const { side, lastQty, symbol, lastPxCents } = conclusion.report.value;
      const text = `${side === 'SELL' ? 'Sold' : 'Bought'} ${lastQty} ${symbol} at ${toUsdText(lastPxCents)}`;
      return { text, citations: [citeIn(runId, conclusion.report)] };
    }
    case 'order-rejected':
      return { text: toNotDone(tick), citations: [citeIn(runId, conclusion.report, 'ordStatus')] };
    case 'discovered':
      return {
        text: `Chose the strategy ${selection ? toName(selection.value.winner, selection.event.eventId) : ''}`,
        citations: selection ? [citeIn(runId, selection, 'winner')] : [],
      };
    case 'in-progress':
      return toOpen(tick, conclusion.during);
    case 'ended':
      return { text: toEndedText(tick, conclusion.during), citations: citeEnd(tick) };
    case 'discovery-failed':
      return { text: 'Found no strategy: the run failed during discovery', citations: citeEnd(tick) };
    case 'failed':
      return {
        text: `No trade: the tick failed (${note ? toExcerpt(note.value.cause, note.event.eventId, 60) : 'no cause recorded'})`,
        citations: note ? [citeIn(runId, note)] : [],
      };
    default:
      return { text: toNotDone(tick), citations: span.status === 'closed' ? [] : citeTick(tick) };
  }
}

function toOpen(tick: TradingTick, during: Phase): Clause {
  const event = findPhaseEvent(tick, during);
  return {
    text: `Still open: ${toPhaseText(tick, during)}`,
    citations: event ? [cite(tick.runId, event)] : citeTick(tick),
  };
}

/** `Did not sell 40 NVDA`; without a wish to trade there was nothing not to do. */
function toNotDone({ intent }: TradingTick): string {
  if (!intent || intent.value.action === 'HOLD') return 'No trade';
  const { action, quantity, ticker } = intent.value;
  return `Did not ${action.toLowerCase()} ${quantity} ${toName(ticker, intent.citation.eventId)}`;
}

/** The steps that led there, as far as they matter to this end. */
function toPath(tick: TradingTick, { kind }: Conclusion): readonly Clause[] {
  if (kind === 'discovered') return [toDiscoveryClause(tick)];
  if (kind === 'failed' || kind === 'discovery-failed') return [];
  const { intent, note, runId } = tick;
  if (kind === 'held' && note) {
    const calls = toCount(tick.modelCalls.length, 'model call');
    return [
      { text: `no valid intent came out of ${calls}, so the agent held`, citations: [citeIn(runId, note)] },
    ];
  }
  if (!intent) return [];
  return [
    toModelClause(tick),
    ...toRulesClause(tick),
    ...toApprovalClause(tick),
    ...toBrokerClause(tick, kind),
  ];
}

function toModelClause(tick: TradingTick): Clause {
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

function toRulesClause({ runId, check }: TradingTick): readonly Clause[] {
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

function toApprovalClause({ runId, approval }: TradingTick): readonly Clause[] {
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

function toBrokerClause(
  { runId, order, lookup, note }: TradingTick,
  kind: Conclusion['kind'],
): readonly Clause[] {
  if (note && kind === 'withheld') {
    const text = `no order left because the agent was ${toExcerpt(note.value.cause, note.event.eventId, 60)}`;
    return [{ text, citations: [citeIn(runId, note, 'cause')] }];
  }
  const report = lookup?.result ?? order?.result;
  if (!report) return [];
  const verb = kind === 'filled' ? 'filled' : 'rejected';
  return [{ text: `the broker ${verb} it`, citations: [citeIn(runId, report, 'ordStatus')] }];
}

function toDiscoveryClause({ runId, selection, backtests }: TradingTick): Clause {
  if (!selection) return { text: 'nothing more is recorded', citations: [] };
  const { sharpe, maxDrawdownRatio, failed } = selection.value;
  const lost = failed.length > 0 ? `, ${failed.length} failed` : '';
  return {
    text: `its backtest has a Sharpe ratio of ${sharpe} and a maximum drawdown of ${maxDrawdownRatio} (ratio); ${toCount(backtests.length, 'candidate')} were tried${lost}`,
    citations: [citeIn(runId, selection), ...backtests.map(({ initiated }) => cite(runId, initiated))],
  };
}

/** What is being waited for, and since when. */
function toPhaseText(tick: TradingTick, during: Phase): string {
  const event = findPhaseEvent(tick, during);
  const words = during === 'ordering' && !tick.order ? 'about to order' : PHASES[during];
  return event ? `${words} since ${event.eventTime}` : words;
}

const PHASES: Readonly<Record<Phase, string>> = {
  discovering: 'backtesting the candidate strategies',
  waiting: 'waiting for the tick',
  halted: 'halted',
  observing: 'reading market and news',
  deciding: 'waiting for the model',
  checking: 'checking the intent',
  'awaiting-approval': 'waiting for approval',
  ordering: 'waiting for the broker',
};

/** The event with which a step began. */
function findPhaseEvent(tick: TradingTick, during: Phase): DecodedEvent | undefined {
  const { span, approval, wait, signals, market, modelCalls, check, order } = tick;
  const [first] = span.events;
  switch (during) {
    case 'awaiting-approval':
      return approval.asked?.event;
    case 'waiting':
      return wait?.started ?? first;
    case 'halted':
      return signals.findLast(({ name }) => name === 'halt')?.event ?? first;
    case 'discovering':
      return first;
    case 'observing':
      return market?.activity.scheduled ?? first;
    case 'deciding':
      return modelCalls.at(-1)?.activity.scheduled;
    case 'checking':
      return check?.activity.scheduled;
    case 'ordering':
      return order?.activity.scheduled ?? span.events.at(-1);
  }
}

function toEndedText(tick: TradingTick, during: Phase): string {
  const { end, span } = tick;
  if (!end)
    return `No trade: the next tick began although this one had only come to ${during}; no reason is recorded`;
  const how = end.eventType.replace('WORKFLOW_EXECUTION_', '').toLowerCase().replaceAll('_', ' ');
  const stop = findStop(tick);
  if (stop) return `No trade: ${toSender(stop)} stopped the agent before ${span.label} began`;
  if (during === 'waiting' || during === 'halted')
    return `No trade: the run ended (${how}) before ${span.label} began`;
  return `No trade recorded: the run ended (${how}) while ${toPhaseText(tick, during)}`;
}

/** Somebody stopped the agent while it waited for the tick. Absent when: not so. */
function findStop(tick: TradingTick): ReceivedSignal | undefined {
  if (tick.market) return undefined;
  return tick.signals.find(({ name }) => name === 'stop');
}

function citeEnd(tick: TradingTick): readonly Citation[] {
  const { runId, end, span } = tick;
  const last = end ?? span.events.at(-1);
  const stop = findStop(tick);
  return [...(stop ? [cite(runId, stop.event)] : []), ...(last ? [cite(runId, last)] : [])];
}

function join(clauses: readonly string[]): string {
  return clauses.length < 2 ? clauses.join('') : `${clauses.slice(0, -1).join(', ')}, and ${clauses.at(-1)}`;
}

function dedupe(citations: readonly Citation[]): readonly Citation[] {
  return [
    ...new Map(
      citations.map((citation) => [`${citation.eventId}${citation.pointer ?? ''}`, citation]),
    ).values(),
  ];
}
