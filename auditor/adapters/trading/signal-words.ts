import { numberMember, textMember } from '../../base/json-members.ts';
import { toExcerpt } from '../excerpt.ts';
import type { ReceivedSignal } from './read-signals.ts';
import { byV1, injectedNewsV1 } from './schemas-v1.ts';
import { toName } from './words.ts';

/** A signal in words; what its sender wrote is a quotation. */
export type SignalWords = { readonly text: string; readonly quote?: string };

/** Says what came in, and whether the agent could obey it. */
export function toSignalWords(signal: ReceivedSignal): SignalWords {
  const { name, event } = signal;
  switch (name) {
    case 'injectNews':
      return toInjectWords(signal);
    case 'fastForwardTick':
      return { text: 'The wait for a tick was cut short by a signal (fast-forward).' };
    case 'halt':
    case 'stop':
    case 'resume':
      return toSwitchWords(signal, name);
    default:
      return {
        text: `Signal ${toExcerpt(name, event.eventId, 60)} came in; this version does not know what it means.`,
      };
  }
}

const DONE = { halt: 'halted the agent', stop: 'stopped the agent', resume: 'let the agent go on' } as const;

function toSwitchWords(signal: ReceivedSignal, name: keyof typeof DONE): SignalWords {
  const { argument, event } = signal;
  const parsed = byV1.safeParse(argument);
  if (!parsed.success && name === 'resume') {
    return { text: 'A signal asked to go on and named no person: the agent does not obey that.' };
  }
  const by = toSender(signal);
  const reason = textMember(argument, 'reason');
  const text = `${by} ${DONE[name]}`;
  return reason
    ? { text: `${text}, with the reason`, quote: toExcerpt(reason, event.eventId) }
    : { text: `${text}.` };
}

function toInjectWords(signal: ReceivedSignal): SignalWords {
  const { argument, event } = signal;
  if (!injectedNewsV1.safeParse(argument).success) {
    return { text: 'A signal wanted to inject news; its argument is no news and was ignored.' };
  }
  const by = toSender(signal);
  const sentiment = numberMember(argument, 'sentiment');
  return {
    text: `News was injected by ${by} with sentiment ${sentiment}`,
    quote: toExcerpt(textMember(argument, 'headline') ?? '', event.eventId),
  };
}

/** Who sent it, by the name that stands in it. */
export function toSender({ argument, event }: ReceivedSignal): string {
  return toName(textMember(argument, 'by') ?? '', event.eventId);
}
