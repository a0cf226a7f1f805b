import { cite } from '../base/cite.ts';
import type { Statement } from '../model/answer.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import { findEventPayload, toPayloadExcerpt } from './event-payload.ts';

/** A sentence for one event from its words; what it carries is foreign text and stands as a quotation. */
export function toEventStatement(runId: string, event: DecodedEvent, text: string): Statement {
  const payload = findEventPayload(event);
  const quote = payload && toPayloadExcerpt(payload, event.eventId);
  if (!payload || !quote) return { text: toSentence(text), citations: [cite(runId, event)] };
  return {
    text: `${toCapital(text)}${payload.name === 'input' ? ' with:' : ':'}`,
    quote,
    citations: [cite(runId, event), cite(runId, event, payload.path)],
  };
}

/** Words as a sentence: a capital, and an end. */
export function toSentence(text: string): string {
  const sentence = toCapital(text);
  return /[.!?…)]$/.test(sentence) ? sentence : `${sentence}.`;
}

const toCapital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
