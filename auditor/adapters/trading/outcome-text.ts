import { toUsdText } from '../../base/money-text.ts';
import type { TickConclusion } from '../../model/adapter.ts';
import { toExcerpt } from '../excerpt.ts';
import type { Conclusion } from './conclude.ts';
import type { TradingTick } from './read-tick.ts';
import { toIntentText, toName } from './words.ts';

/** The short phrase and tone of lists and strips. */
export function toOutcomeText(
  tick: TradingTick,
  conclusion: Conclusion,
): Pick<TickConclusion, 'outcome' | 'tone'> {
  const { intent, note, selection, check } = tick;
  const wish = intent ? `${toIntentText(intent.value, intent.citation.eventId)}, ` : '';
  switch (conclusion.kind) {
    case 'filled': {
      const { side, lastQty, symbol, lastPxCents } = conclusion.report.value;
      return { outcome: `${side} ${lastQty} ${symbol}, filled @ ${toUsdText(lastPxCents)}`, tone: 'good' };
    }
    case 'order-rejected':
      return { outcome: `${wish}rejected by the broker`, tone: 'bad' };
    case 'held':
      return {
        outcome: note ? `HOLD (${toExcerpt(note.value.cause, note.event.eventId, 60)})` : 'HOLD',
        tone: 'neutral',
      };
    case 'blocked': {
      const rules = check?.result?.value.rules.filter((rule) => rule.outcome === 'block') ?? [];
      const names = rules.map((rule) => toExcerpt(rule.rule, check?.activity.scheduled.eventId ?? 0, 60));
      return { outcome: `${wish}blocked: ${names.join(', ')}`, tone: 'warn' };
    }
    case 'approval-rejected':
      return { outcome: `${wish}rejected by ${toApprover(tick)}`, tone: 'warn' };
    case 'approval-timed-out':
      return { outcome: `${wish}approval timed out`, tone: 'warn' };
    case 'withheld':
      return {
        outcome: `${wish}withheld: ${note ? toExcerpt(note.value.cause, note.event.eventId, 60) : 'approval withdrawn'}`,
        tone: 'warn',
      };
    case 'failed':
      return {
        outcome: `failed: ${note ? toExcerpt(note.value.cause, note.event.eventId, 60) : 'no cause recorded'}`,
        tone: 'bad',
      };
    case 'discovered':
      return {
        outcome: `strategy ${selection ? toName(selection.value.winner, selection.event.eventId) : ''}`,
        tone: 'good',
      };
    case 'discovery-failed':
      return { outcome: 'no strategy found', tone: 'bad' };
    case 'in-progress':
      return { outcome: PHASES[conclusion.during], tone: 'pending' };
    case 'ended':
      return toEndedText(tick, conclusion.during);
  }
}

const PHASES: Readonly<Record<Extract<Conclusion, { kind: 'in-progress' }>['during'], string>> = {
  discovering: 'discovering a strategy',
  waiting: 'waiting',
  halted: 'halted',
  observing: 'reading market and news',
  deciding: 'deciding',
  checking: 'checking the intent',
  'awaiting-approval': 'waiting for approval',
  ordering: 'ordering',
};

function toEndedText(
  { span }: TradingTick,
  during: keyof typeof PHASES,
): Pick<TickConclusion, 'outcome' | 'tone'> {
  if (span.status === 'cut-off') return { outcome: `cut off while ${PHASES[during]}`, tone: 'bad' };
  const began = during !== 'waiting' && during !== 'halted';
  return {
    outcome: began ? `ended while ${PHASES[during]}` : 'ended before it began',
    tone: began ? 'warn' : 'neutral',
  };
}

function toApprover({ approval }: TradingTick): string {
  const { latest } = approval;
  return toName(latest?.value.answer?.approver ?? '', latest?.event.eventId ?? 0);
}
