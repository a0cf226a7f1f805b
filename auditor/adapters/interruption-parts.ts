import type { AnswerSection } from '../model/answer.ts';
import type { Decision } from '../model/decision.ts';
import type { Interruption } from '../model/interruption.ts';
import { toExcerpt } from './excerpt.ts';

/** A node for something that disturbed the tick. */
export function toInterruptionNode(runId: string, interruption: Interruption): Decision {
  const { eventId, eventTime, title, text, quote, citations } = interruption;
  const [citation] = citations;
  return {
    id: `${runId}:${eventId}:interruption:${interruption.kind}`,
    kind: 'interruption',
    title,
    outcome: quote === undefined ? text : `${text}: “${toExcerpt(quote, eventId, 120)}”`,
    tone: 'warn',
    startedAt: eventTime,
    facts:
      quote !== undefined && citation ? [{ name: 'error', value: toExcerpt(quote, eventId), citation }] : [],
    citations,
    children: [],
  };
}

/** Absent when: nothing disturbed the tick. */
export function toInterruptionSection(interruptions: readonly Interruption[]): AnswerSection | undefined {
  if (interruptions.length === 0) return undefined;
  return {
    id: 'interruptions',
    title: 'What interrupted it',
    statements: interruptions.map(({ text, quote, citations, eventId }) => ({
      text,
      citations,
      ...(quote === undefined ? {} : { quote: toExcerpt(quote, eventId) }),
    })),
  };
}
