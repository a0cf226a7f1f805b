import { cite } from '../../base/cite.ts';
import type { Answer, AnswerSection, Statement } from '../../model/answer.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import { abridgeSection, abridgeStatement } from '../abridge.ts';
import { citeActivity } from '../activity-node.ts';
import { toCount } from '../count-words.ts';
import { toEventStatement, toSentence } from '../event-statement.ts';
import { toExcerpt } from '../excerpt.ts';
import { toEventWords } from '../generic-words.ts';
import { toInterruptionSection } from '../interruption-parts.ts';
import { toNoiseStatement } from '../left-out-nodes.ts';
import { citePlace } from '../model-facts.ts';
import { findModelName, toEarlierToolStatement } from '../model-statements.ts';
import { listNamedCauses, toWakeSentence, type WakeCause } from '../wake-sentence.ts';
import type { Turn } from './read-turn.ts';
import { toCallsSection } from './section-calls.ts';
import { toTurnOutcome } from './turn-outcome.ts';

/** Why an agent did what it did in one turn, from the events alone. */
export function toTurnAnswer(turn: Turn): Answer {
  const { run, ended, nameOf } = turn;
  const { before, after } = splitOutcomes(turn);
  const toStatement = (event: DecodedEvent) =>
    toEventStatement(run.runId, event, toEventWords(event, nameOf).text);
  const sections: readonly (AnswerSection | undefined)[] = [
    {
      id: 'known',
      title: 'What woke it, and what came in',
      statements: [...toKnown(turn), ...before.map(toStatement)],
    },
    toCallsSection(turn),
    { id: 'decided', title: 'What else it decided', statements: toDecided(turn) },
    { id: 'interruptions', title: 'What interrupted it', statements: toInterruptions(turn) },
    { id: 'after', title: 'What followed', statements: [...after, ...ended].map(toStatement) },
  ];
  return {
    headline: [toHeadline(turn), ...toLastWords(turn)].map(abridgeStatement),
    sections: sections
      .filter((section) => section !== undefined)
      .filter(({ statements }) => statements.length > 0)
      .map(abridgeSection),
  };
}

/** What came in before the last call was made may have been known to it; what came later was not. */
function splitOutcomes({ span, outcomes }: Turn) {
  const last = span.modelCalls.at(-1)?.activity.scheduled.eventId ?? 0;
  const isKnown = ({ eventId }: DecodedEvent): boolean => eventId < last;
  return { before: outcomes.filter(isKnown), after: outcomes.filter((event) => !isKnown(event)) };
}

function toHeadline(turn: Turn): Statement {
  const { run, span, decided } = turn;
  const { runId } = run;
  const causes = listCauses(turn);
  const named = listNamedCauses(causes);
  const [first] = span.events;
  const last = span.modelCalls.at(-1);
  return {
    text: `${run.workflowType}, ${span.label}: ${toTurnOutcome(turn).outcome}.${toWakeSentence(causes)}${toCallCount(turn)}`,
    citations: [
      ...named.map(({ citation }) => citation),
      ...(last ? citeActivity(runId, last.activity) : []),
      ...decided.slice(-1).map((event) => cite(runId, event)),
      ...(first && named.length === 0 ? [cite(runId, first)] : []),
    ],
  };
}

function listCauses({ run, waiting, woke, nameOf }: Turn): readonly WakeCause[] {
  return [
    ...waiting.map(({ text, citation }) => ({ text: `${text} (came during the turn before)`, citation })),
    ...woke.map((event) => ({ text: toWakingWords(event, nameOf), citation: cite(run.runId, event) })),
  ];
}

/** An update is a stimulus here, and what the workflow decided about it is not the point. */
export function toWakingWords(event: Turn['woke'][number], nameOf: Turn['nameOf']): string {
  const { text, title } = toEventWords(event, nameOf);
  return event.eventType === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED' ? `update ${title}` : text;
}

function toCallCount({ span, tools }: Turn): string {
  const { modelCalls } = span;
  if (modelCalls.length === 0) return '';
  const asked = tools.flat().length;
  const names = [...new Set(modelCalls.flatMap((call) => findModelName(call) ?? []))];
  const shown =
    names.length === 0 ? '' : ` (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''})`;
  return ` ${toCount(modelCalls.length, 'model call')}${shown}${asked > 0 ? `, ${toCount(asked, 'tool call')}` : ''}.`;
}

/** The last answer, where the turn ended with one. */
function toLastWords({ run, span }: Turn): readonly Statement[] {
  const text = span.modelCalls.at(-1)?.outputText;
  if (!text) return [];
  const quote = toExcerpt(text.text, text.place.event.eventId);
  return [{ text: 'The model’s last words:', quote, citations: [citePlace(run.runId, text.place)] }];
}

function toKnown({ run, waiting, woke, earlierTools, noise, nameOf }: Turn): readonly Statement[] {
  return [
    ...waiting.map(({ text, citation }) => ({
      text: toSentence(`${text}, which came while the turn before was at work`),
      citations: [citation],
    })),
    ...woke.map((event) => toEventStatement(run.runId, event, toWakingWords(event, nameOf))),
    ...earlierTools.map((tool) => toEarlierToolStatement(run.runId, tool)),
    ...toNoiseStatement(run.runId, noise),
  ];
}

function toDecided({ run, decided, otherActivities, nameOf }: Turn): readonly Statement[] {
  const events = [...decided, ...otherActivities.map(({ scheduled }) => scheduled)];
  return events
    .sort((a, b) => a.eventId - b.eventId)
    .map((event) => toEventStatement(run.runId, event, toEventWords(event, nameOf).text));
}

function toInterruptions({ run, span, meanwhile, nameOf }: Turn): readonly Statement[] {
  const came = meanwhile.map((event) =>
    toEventStatement(run.runId, event, `while it was at work: ${toWakingWords(event, nameOf)}`),
  );
  return [...(toInterruptionSection(span.interruptions)?.statements ?? []), ...came];
}
