import { cite } from '../base/cite.ts';
import { member, textMember } from '../base/json-members.ts';
import type { Answer, AnswerSection, Statement } from '../model/answer.ts';
import { abridgeSection } from './abridge.ts';
import { toEventStatement, toSentence } from './event-statement.ts';
import { toGenericOutcome } from './generic-outcome.ts';
import type { GenericTick } from './generic-tick.ts';
import { toEventWords } from './generic-words.ts';
import { toInterruptionSection } from './interruption-parts.ts';
import { toNoiseStatement } from './left-out-nodes.ts';
import { listNamedCauses, toWakeSentence, type WakeCause } from './wake-sentence.ts';

/** Why a workflow task decided what it did, from the events alone. */
export function toGenericAnswer(tick: GenericTick): Answer {
  const { span, run, decided, ended, nameOf } = tick;
  const interruptions = toInterruptionSection(span.interruptions);
  const sections: readonly AnswerSection[] = [
    { id: 'known', title: 'What woke it', statements: toKnown(tick) },
    {
      id: 'decided',
      title: 'What it decided',
      statements: [...decided, ...ended].map((event) =>
        toEventStatement(run.runId, event, toEventWords(event, nameOf).text),
      ),
    },
    ...(interruptions ? [interruptions] : []),
  ];
  return {
    headline: [toHeadline(tick)],
    sections: sections.filter(({ statements }) => statements.length > 0).map(abridgeSection),
  };
}

function toHeadline(tick: GenericTick): Statement {
  const { run, span, decided, ended, task } = tick;
  const causes = listCauses(tick);
  const named = listNamedCauses(causes);
  const shown = [...decided.slice(0, 3), ...ended.slice(0, 1)].map((event) => cite(run.runId, event));
  const closed = task?.closed && task.outcome !== 'completed' ? [cite(run.runId, task.closed)] : [];
  const citations = [...named.map(({ citation }) => citation), ...shown, ...closed];
  const [first] = span.events;
  return {
    text: `${run.workflowType}, ${span.label}: ${toGenericOutcome(tick).outcome}.${toWakeSentence(causes)}`,
    citations: citations.length > 0 || !first ? citations : [cite(run.runId, first)],
  };
}

/** An update leaves no event before the task that it woke; where nothing else did, the update that was accepted is the cause. */
function listCauses({ run, waiting, woke, decided, noise, nameOf }: GenericTick): readonly WakeCause[] {
  const toCause = (event: (typeof woke)[number]): WakeCause => ({
    text: toEventWords(event, nameOf).text,
    citation: cite(run.runId, event),
  });
  const known = [
    ...waiting.map(({ text, citation }) => ({ text: `${text} (of an earlier tick)`, citation })),
    ...woke.map(toCause),
  ];
  if (known.length > 0) return known;
  const updates = decided.filter(({ eventType }) => eventType === 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED');
  if (updates.length > 0) {
    return updates.map((event) => ({
      ...toCause(event),
      text: `update ${toEventWords(event, nameOf).title}`,
    }));
  }
  return toNoiseStatement(run.runId, noise).flatMap(({ citations: [citation] }) =>
    citation ? [{ text: 'a token stream', citation }] : [],
  );
}

function toKnown(tick: GenericTick): readonly Statement[] {
  const { run, waiting, woke, noise, nameOf } = tick;
  return [
    ...waiting.map(({ text, citation }) => ({
      text: toSentence(`${text}, which an earlier workflow task left unanswered`),
      citations: [citation],
    })),
    ...woke.map((event) => toEventStatement(run.runId, event, toEventWords(event, nameOf).text)),
    ...toNoiseStatement(run.runId, noise),
    ...toQueueStatement(tick),
  ];
}

/** After its first task a run stays with the worker that holds it in memory, until that one is lost or lets it go. */
function toQueueStatement({ run, span, task }: GenericTick): readonly Statement[] {
  const isFirst = span.events[0]?.eventType === 'WORKFLOW_EXECUTION_STARTED';
  const queue = member(task?.scheduled.attributes, 'taskQueue');
  if (!task || isFirst || textMember(queue, 'kind') !== 'TASK_QUEUE_KIND_NORMAL') return [];
  return [
    {
      text: 'Its workflow task was offered to all workers, not to one that held the run in memory: whoever took it replayed the history first.',
      citations: [cite(run.runId, task.scheduled, ['taskQueue', 'kind'])],
    },
  ];
}
