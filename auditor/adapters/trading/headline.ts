import { cite } from '../../base/cite.ts';
import { toUsdText } from '../../base/money-text.ts';
import type { Statement } from '../../model/answer.ts';
import type { Citation } from '../../model/citation.ts';
import { toCount } from '../count-words.ts';
import { toExcerpt } from '../excerpt.ts';
import type { Conclusion, Phase } from './conclude.ts';
import {
  type Clause,
  toApprovalClause,
  toBrokerClause,
  toDiscoveryClause,
  toModelClause,
  toRulesClause,
} from './headline-clauses.ts';
import { findPhaseEvent, toPhaseText } from './phase-text.ts';
import type { ReceivedSignal } from './read-signals.ts';
import { citeTick, type TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';
import { toSender } from './signal-words.ts';
import { toName } from './words.ts';

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
  const titles = [...new Set(interruptions.map(({ title }) => title))];
  const named = titles.length > 5 ? [...titles.slice(0, 5), '…'] : titles;
  return [
    {
      text: `It was interrupted: ${named.join(', ')}.`,
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
    citations: event ? [cite(tick.runId, event)] : citeBefore(tick, during),
  };
}

/** A halt of an earlier tick is proved there. */
function citeBefore(tick: TradingTick, during: Phase): readonly Citation[] {
  const { halted } = tick.remembered;
  return during === 'halted' && halted ? [halted.citation] : citeTick(tick);
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
      citations.map((citation) => [
        `${citation.runId} ${citation.eventId}${citation.pointer ?? ''}`,
        citation,
      ]),
    ).values(),
  ];
}
