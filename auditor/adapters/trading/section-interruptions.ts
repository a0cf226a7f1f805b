import { cite } from '../../base/cite.ts';
import type { AnswerSection, Statement } from '../../model/answer.ts';
import { toInterruptionSection } from '../interruption-parts.ts';
import type { TradingTick } from './read-tick.ts';
import { toSignalWords } from './signal-words.ts';

/** Lost workers, retries, and what people did to the agent meanwhile. Absent when: nothing of it. */
export function toTradingInterruptions({
  runId,
  span,
  signals,
  approval,
  wait,
}: TradingTick): AnswerSection | undefined {
  const answers = new Set(approval.answers.map((answer) => answer.signal));
  const byPeople = signals
    .filter((signal) => !answers.has(signal))
    .map((signal): Statement => {
      const { shownBy, ...words } = toSignalWords(signal, wait);
      return {
        ...words,
        citations: [signal.event, ...(shownBy ? [shownBy] : [])].map((event) => cite(runId, event)),
      };
    });
  const section = toInterruptionSection(span.interruptions);
  const statements = [...(section?.statements ?? []), ...byPeople];
  if (statements.length === 0) return undefined;
  return { id: 'interruptions', title: 'What interrupted it', statements };
}
