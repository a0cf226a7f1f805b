import { cite } from '../base/cite.ts';
import type { Adapter, Carry, Cutter, TickConclusion, TickSpan, TickStory } from '../model/adapter.ts';
import type { Answer, AnswerSection, Statement } from '../model/answer.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { Run } from '../model/run.ts';
import { abridgeNodes, abridgeSection } from './abridge.ts';
import { toRole } from './generic-roles.ts';
import { buildGenericTree } from './generic-tree.ts';
import { createNameOf, type NameOf, toEventWords } from './generic-words.ts';
import { toInterruptionSection } from './interruption-parts.ts';

/** Any workflow: one tick per workflow task, what woke it and what it decided. */
export const genericAdapter: Adapter = {
  name: 'generic/1',
  level: 'workflow-task',
  createCutter,
  conclude,
  tell,
};

/** After a workflow task has answered, the next thing that is not its own command begins the next tick. */
function createCutter(): Cutter {
  let taskCompleted = false;
  return {
    opensTick: (event, { tick, carriedTick = 0 }) => {
      const next = (tick ?? carriedTick) + 1;
      if (tick === undefined) return { tick: next, label: `workflow task ${next}` };
      if (!taskCompleted) return undefined;
      const opens = event.eventType === 'WORKFLOW_TASK_SCHEDULED' || toRole(event) === 'stimulus';
      return opens ? { tick: next, label: `workflow task ${next}` } : undefined;
    },
    observe: ({ eventType }) => {
      if (eventType === 'WORKFLOW_TASK_COMPLETED') taskCompleted = true;
    },
  };
}

function conclude(span: TickSpan, _run: Run, carry: Carry | undefined): TickConclusion {
  const nameOf = createNameOf(span.events, carry);
  const decided = listDecided(span);
  const ended = decided.at(-1);
  const closing = decided.some((event) => event.eventType.startsWith('WORKFLOW_EXECUTION_'));
  return {
    outcome: toOutcome(span, decided, nameOf),
    tone:
      span.status === 'open' ? 'pending' : closing && ended ? toEventWords(ended, nameOf).tone : 'neutral',
    interrupted: span.interruptions.length > 0,
  };
}

function tell(span: TickSpan, run: Run, carry: Carry | undefined): TickStory {
  const nameOf = createNameOf(span.events, carry);
  const woke = span.events.filter((event) => toRole(event) === 'stimulus');
  const decided = listDecided(span);
  return {
    tree: abridgeNodes(buildGenericTree(run.runId, span, nameOf)),
    answer: toAnswer({ span, run, nameOf, woke, decided, outcome: toOutcome(span, decided, nameOf) }),
  };
}

/** What the code decided, then what ended the run from outside. */
function listDecided({ events }: TickSpan): readonly DecodedEvent[] {
  const decided = events.filter((event) => toRole(event) === 'decision');
  return [...decided, ...events.filter((event) => toRole(event) === 'closed-from-outside')];
}

function toOutcome(span: TickSpan, decided: readonly DecodedEvent[], nameOf: NameOf): string {
  const [first] = decided;
  if (first) {
    const { text } = toEventWords(first, nameOf);
    return decided.length === 1 ? text : `${text} and ${decided.length - 1} more`;
  }
  const task = span.workflowTasks.at(-1);
  if (!task || task.outcome === 'scheduled') return 'waiting for a worker';
  if (task.outcome === 'started') return 'a worker is deciding';
  return task.outcome === 'completed' ? 'chose to wait' : `workflow task ${task.outcome}`;
}

type Parts = {
  readonly span: TickSpan;
  readonly run: Run;
  readonly nameOf: NameOf;
  readonly woke: readonly DecodedEvent[];
  readonly decided: readonly DecodedEvent[];
  readonly outcome: string;
};

function toAnswer({ span, run, nameOf, woke, decided, outcome }: Parts): Answer {
  const wokeWords = woke.slice(0, 3).map((event) => toEventWords(event, nameOf).text);
  const because =
    wokeWords.length > 0 ? ` It was woken by: ${wokeWords.join('; ')}${woke.length > 3 ? '; …' : ''}.` : '';
  const proof = [...woke.slice(0, 3), ...decided.slice(0, 3), ...span.events.slice(0, 1)];
  const headline: Statement = {
    text: `${run.workflowType}, ${span.label}: ${outcome}.${because}`,
    citations: [...new Set(proof)].map((event) => cite(run.runId, event)),
  };
  const interruptions = toInterruptionSection(span.interruptions);
  return {
    headline: [headline],
    sections: [
      toSection(run, { id: 'known', title: 'What woke it', events: woke, nameOf }),
      toSection(run, { id: 'decided', title: 'What it decided', events: decided, nameOf }),
      ...(interruptions ? [abridgeSection(interruptions)] : []),
    ].filter((section) => section.statements.length > 0),
  };
}

type SectionParts = Pick<AnswerSection, 'id' | 'title'> & {
  readonly events: readonly DecodedEvent[];
  readonly nameOf: NameOf;
};

function toSection(run: Run, { id, title, events, nameOf }: SectionParts): AnswerSection {
  const statements = events.map((event) => ({
    text: toSentence(toEventWords(event, nameOf).text),
    citations: [cite(run.runId, event)],
  }));
  return abridgeSection({ id, title, statements });
}

function toSentence(text: string): string {
  const sentence = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?…)]$/.test(sentence) ? sentence : `${sentence}.`;
}
