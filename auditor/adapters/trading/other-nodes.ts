import { cite } from '../../base/cite.ts';
import type { Decision } from '../../model/decision.ts';
import { toExcerpt } from '../excerpt.ts';
import type { Backtest } from './read-backtests.ts';
import type { ReceivedSignal } from './read-signals.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn } from './recorded.ts';
import { toSignalWords } from './signal-words.ts';

/** The wait for the tick. Absent when: the agent does not wait. */
export function toWaitNode({ runId, wait }: TradingTick): Decision | undefined {
  if (!wait) return undefined;
  const { started, ended } = wait;
  return {
    id: `${runId}:${started.eventId}:timer`,
    kind: 'timer',
    title: `wait for ${started.summary ?? 'the tick'}`,
    outcome: !ended ? 'waiting' : ended.eventType === 'TIMER_FIRED' ? 'time was up' : 'cut short',
    tone: ended ? 'neutral' : 'pending',
    startedAt: started.eventTime,
    ...(ended ? { durationMs: Math.max(0, (ended.timeMicros - started.timeMicros) / 1000) } : {}),
    facts: [],
    citations: [cite(runId, started), ...(ended ? [cite(runId, ended)] : [])],
    children: [],
  };
}

/** A signal that is no answer to an approval. */
export function toSignalNode({ runId, wait }: TradingTick, signal: ReceivedSignal): Decision {
  const { event, name, identity } = signal;
  const { text, quote, shownBy } = toSignalWords(signal, wait);
  return {
    id: `${runId}:${event.eventId}:signal`,
    kind: 'signal',
    title: toExcerpt(name, event.eventId, 60),
    outcome: quote === undefined ? text : `${text}: “${toExcerpt(quote, event.eventId, 120)}”`,
    tone: 'neutral',
    startedAt: event.eventTime,
    facts: [
      ...(quote === undefined
        ? []
        : [{ name: 'text', value: quote, citation: cite(runId, event, ['input', 0]) }]),
      ...(identity ? [{ name: 'sent by', value: identity, citation: cite(runId, event, ['identity']) }] : []),
    ],
    citations: [cite(runId, event), ...(shownBy ? [cite(runId, shownBy)] : [])],
    children: [],
  };
}

/** Why the tick ended without an order, in the agent's own record. Absent when: it wrote none. */
export function toNoteNode({ runId, note }: TradingTick): Decision | undefined {
  if (!note) return undefined;
  const { outcome, cause, detail } = note.value;
  return {
    id: `${runId}:${note.event.eventId}:failure`,
    kind: outcome === 'failed' ? 'failure' : 'marker',
    title: `tick ${outcome}`,
    outcome: toExcerpt(cause, note.event.eventId, 60),
    tone: outcome === 'failed' ? 'bad' : outcome === 'withheld' ? 'warn' : 'neutral',
    startedAt: note.event.eventTime,
    facts: [
      {
        name: 'detail',
        value: toExcerpt(detail, note.event.eventId),
        citation: citeIn(runId, note, 'detail'),
      },
    ],
    citations: [citeIn(runId, note)],
    children: [],
  };
}

/** One candidate of phase 1. */
export function toBacktestNode(runId: string, backtest: Backtest): Decision {
  const { initiated, closed, scorecard, error, strategyId } = backtest;
  const card = scorecard?.value;
  const at = (key: string) => (scorecard ? citeIn(runId, scorecard, key) : cite(runId, initiated));
  return {
    id: `${runId}:${initiated.eventId}:child`,
    kind: 'child',
    title: toExcerpt(strategyId, initiated.eventId, 80),
    outcome: card
      ? `Sharpe ${card.sharpe}`
      : closed
        ? `failed: ${toExcerpt(error ?? '', closed.eventId, 120)}`
        : 'running',
    tone: card ? 'neutral' : closed ? 'bad' : 'pending',
    startedAt: initiated.eventTime,
    ...(closed ? { durationMs: Math.max(0, (closed.timeMicros - initiated.timeMicros) / 1000) } : {}),
    facts: card
      ? [
          { name: 'Sharpe ratio', value: card.sharpe, citation: at('sharpe') },
          {
            name: 'maximum drawdown',
            value: card.maxDrawdownRatio,
            unit: 'ratio',
            citation: at('maxDrawdownRatio'),
          },
          { name: 'return', value: card.returnRatio, unit: 'ratio', citation: at('returnRatio') },
          { name: 'trades', value: card.tradeCount, citation: at('tradeCount') },
          { name: 'isolation', value: card.isolation, citation: at('isolation') },
          { name: 'code digest', value: card.codeDigest, citation: at('codeDigest') },
        ]
      : [],
    citations: [cite(runId, initiated), ...(closed ? [cite(runId, closed)] : [])],
    children: [],
  };
}
