import type { DecodedEvent } from '../../model/history-event.ts';
import type { Phase } from './conclude.ts';
import type { TradingTick } from './read-tick.ts';

/** What is being waited for, and since when. */
export function toPhaseText(tick: TradingTick, during: Phase): string {
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

/** The event with which a step began. Absent when: it began in an earlier tick, or is not recorded. */
export function findPhaseEvent(tick: TradingTick, during: Phase): DecodedEvent | undefined {
  const { span, approval, wait, signals, market, news, modelCalls, check, order } = tick;
  const [first] = span.events;
  switch (during) {
    case 'awaiting-approval':
      return approval.asked?.event;
    case 'waiting':
      return wait?.started ?? first;
    case 'halted':
      return signals.findLast(({ name }) => name === 'halt')?.event;
    case 'discovering':
      return first;
    case 'observing':
      return (market ?? news)?.activity.scheduled ?? first;
    case 'deciding':
      return modelCalls.at(-1)?.activity.scheduled;
    case 'checking':
      return check?.activity.scheduled;
    case 'ordering':
      return order?.activity.scheduled ?? findGoAhead(tick);
  }
}

/** What let an order go that is not given out yet: a person's approval, or the verdict of the rules. */
function findGoAhead({ approval, check }: TradingTick): DecodedEvent | undefined {
  const { latest, answers } = approval;
  if (latest?.value.status !== 'approved') return check?.activity.closed;
  return answers.find(({ verdict }) => verdict === 'accepted')?.signal.event ?? latest.event;
}
