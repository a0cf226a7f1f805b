import { cite } from '../base/cite.ts';
import type { TickSpan } from '../model/adapter.ts';
import type { Decision, Fact } from '../model/decision.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { WorkflowTask } from '../model/workflow-task.ts';
import { toRole } from './generic-roles.ts';
import { type NameOf, toEventWords } from './generic-words.ts';
import { toInterruptionNode } from './interruption-parts.ts';

/** What woke the workflow, then its workflow task with what it decided, and what interrupted it. */
export function buildGenericTree(runId: string, span: TickSpan, nameOf: NameOf): readonly Decision[] {
  const woke = span.events.filter((event) => toRole(event) === 'stimulus');
  const decided = span.events.filter((event) => toRole(event) === 'decision');
  const ended = span.events.filter((event) => toRole(event) === 'closed-from-outside');
  const task = span.workflowTasks.at(-1);
  const children = decided.map((event) => toEventNode(runId, event, nameOf));
  return [
    ...woke.map((event) => toEventNode(runId, event, nameOf)),
    ...(task ? [toTaskNode(runId, task, children)] : children),
    ...span.interruptions.map((interruption) => toInterruptionNode(runId, interruption)),
    ...ended.map((event) => toEventNode(runId, event, nameOf)),
  ];
}

function toEventNode(runId: string, event: DecodedEvent, nameOf: NameOf): Decision {
  const { kind, title, text, tone } = toEventWords(event, nameOf);
  return {
    id: `${runId}:${event.eventId}:${kind}`,
    ...{ kind, title, tone },
    outcome: text,
    startedAt: event.eventTime,
    facts: [],
    citations: [cite(runId, event)],
    children: [],
  };
}

function toTaskNode(runId: string, task: WorkflowTask, children: readonly Decision[]): Decision {
  const { scheduled, started, closed, outcome, workerIdentity, buildId } = task;
  const shown = closed ?? started ?? scheduled;
  const last = shown.timeMicros;
  const toFact = (name: string, value: string | undefined): readonly Fact[] =>
    value === undefined ? [] : [{ name, value, citation: cite(runId, shown) }];
  return {
    id: `${runId}:${scheduled.eventId}:workflow-task`,
    kind: 'workflow-task',
    title: 'workflow task',
    outcome: children.length === 0 && outcome === 'completed' ? 'looked and chose to wait' : outcome,
    tone:
      outcome === 'completed'
        ? 'neutral'
        : outcome === 'failed' || outcome === 'timed-out'
          ? 'bad'
          : 'pending',
    startedAt: scheduled.eventTime,
    ...(closed ? { durationMs: Math.max(0, (last - scheduled.timeMicros) / 1000) } : {}),
    facts: [...toFact('worker', workerIdentity), ...toFact('workflow code', buildId)],
    citations: [scheduled, started, closed].flatMap((event) => (event ? [cite(runId, event)] : [])),
    children,
  };
}
