import type { DecodedEvent } from '../../model/history-event.ts';
import { toExcerpt } from '../excerpt.ts';
import type { ReceivedSignal } from './read-signals.ts';
import type { TimerWait } from './read-timer.ts';
import { byV1, injectedNewsV1 } from './schemas-v1.ts';
import { toName } from './words.ts';

/** A signal in words; what its sender wrote is a quotation. */
type SignalWords = {
  readonly text: string;
  readonly quote?: string;
  /** A later event that shows what the signal did. Absent when: the signal's own event says it all. */
  readonly shownBy?: DecodedEvent;
};

/** Says what came in, and whether the agent could obey it; `wait` is the tick's own. */
export function toSignalWords(signal: ReceivedSignal, wait?: TimerWait): SignalWords {
  const { name, event } = signal;
  switch (name) {
    case 'injectNews':
      return toInjectWords(signal);
    case 'fastForwardTick':
      return toForwardWords(signal, wait);
    case 'resume':
      return byV1.safeParse(signal.argument).success
        ? toSwitchWords(signal, name)
        : { text: 'A signal to go on was ignored by the agent as malformed: it has to name a person.' };
    case 'halt':
    case 'stop':
      return toSwitchWords(signal, name);
    default:
      return {
        text: `Signal ${toExcerpt(name, event.eventId, 60)} came in; this version does not know what it means.`,
      };
  }
}

const DONE = { halt: 'halted the agent', stop: 'stopped the agent', resume: 'let the agent go on' } as const;

/** The kill switch obeys also a malformed argument, but takes neither name nor reason from it. */
function toSwitchWords({ argument, event }: ReceivedSignal, name: keyof typeof DONE): SignalWords {
  const { data } = byV1.safeParse(argument);
  const text = `${toName(data?.by ?? '', event.eventId)} ${DONE[name]}`;
  return data?.reason
    ? { text: `${text}, with the reason`, quote: toExcerpt(data.reason, event.eventId) }
    : { text: `${text}.` };
}

/** Any argument counts. The wait was cut short only where its timer ran when the signal came and was canceled then. */
function toForwardWords({ event }: ReceivedSignal, wait: TimerWait | undefined): SignalWords {
  const ended = wait?.ended;
  const cut =
    ended?.eventType === 'TIMER_CANCELED' &&
    wait !== undefined &&
    wait.started.eventId < event.eventId &&
    event.eventId < ended.eventId;
  return cut
    ? {
        text: 'A fast-forward signal came in, and the wait for the tick was cut short after it.',
        shownBy: ended,
      }
    : { text: 'A fast-forward signal came in.' };
}

function toInjectWords({ argument, event }: ReceivedSignal): SignalWords {
  const { data } = injectedNewsV1.safeParse(argument);
  if (!data) return { text: 'A signal wanted to inject news; it was ignored by the agent as malformed.' };
  return {
    text: `News was injected by ${toName(data.by, event.eventId)} with sentiment ${data.sentiment}`,
    quote: toExcerpt(data.headline, event.eventId),
  };
}

/** Who sent a switch signal, by the name that stands in it and that the agent took. */
export function toSender({ argument, event }: ReceivedSignal): string {
  return toName(byV1.safeParse(argument).data?.by ?? '', event.eventId);
}
