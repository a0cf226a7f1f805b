import { cite } from '../base/cite.ts';
import type { Statement } from '../model/answer.ts';
import type { Decision } from '../model/decision.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { WaitingStimulus } from './waiting-stimuli.ts';

/** One node for all messages that only carry a model's tokens. Empty when: none. */
export function toNoiseNode(runId: string, noise: readonly DecodedEvent[]): readonly Decision[] {
  const [first, last] = [noise[0], noise.at(-1)];
  if (!first || !last) return [];
  return [
    {
      id: `${runId}:${first.eventId}:stream`,
      kind: 'marker',
      title: 'token stream',
      outcome: toCountWords(noise.length),
      tone: 'neutral',
      startedAt: first.eventTime,
      facts: [{ name: 'messages', value: noise.length, citation: cite(runId, first) }],
      citations: [...new Set([first, last])].map((event) => cite(runId, event)),
      children: [],
    },
  ];
}

/** Empty when: none. */
export function toNoiseStatement(runId: string, noise: readonly DecodedEvent[]): readonly Statement[] {
  const [first, last] = [noise[0], noise.at(-1)];
  if (!first || !last) return [];
  const citations = [...new Set([first, last])].map((event) => cite(runId, event));
  return [{ text: `${toCountWords(noise.length)} of a token stream, left out here.`, citations }];
}

/** Something that came in an earlier tick and is answered in this one. */
export function toWaitingNode({ text, citation }: WaitingStimulus, tick: number): Decision {
  return {
    // The event has a node of its own in the tick that it came in.
    id: `${citation.runId}:${citation.eventId}:waiting:${tick}`,
    kind: 'context',
    title: 'from an earlier tick',
    outcome: text,
    tone: 'neutral',
    facts: [],
    citations: [citation],
    children: [],
  };
}

const toCountWords = (count: number): string => (count === 1 ? '1 message' : `${count} messages`);
