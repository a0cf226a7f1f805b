import { cite } from '../base/cite.ts';
import { member, textMember } from '../base/json-members.ts';
import type { Decision, Fact } from '../model/decision.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { WorkflowTask } from '../model/workflow-task.ts';
import { toBoundedValue } from './bounded-value.ts';
import { toEventFacts } from './event-facts.ts';
import { toGenericOutcome } from './generic-outcome.ts';
import type { GenericTick } from './generic-tick.ts';
import { type NameOf, toEventWords } from './generic-words.ts';
import { toInterruptionNode } from './interruption-parts.ts';
import { toNoiseNode, toWaitingNode } from './left-out-nodes.ts';
import { type NamedMember, toMemberFacts } from './member-facts.ts';

/** What woke the workflow, then its workflow task with what it decided, and what interrupted it. */
export function buildGenericTree(tick: GenericTick): readonly Decision[] {
  const { nameOf, span, noise, task, waiting, ended, woke } = tick;
  const { runId } = tick.run;
  const children = tick.decided.map((event) => toEventNode(runId, event, nameOf));
  return [
    ...waiting.map((stimulus) => toWaitingNode(stimulus, span.tick)),
    ...woke.map((event) => toEventNode(runId, event, nameOf)),
    ...toNoiseNode(runId, noise),
    ...(task ? [toTaskNode(tick, task, children)] : children),
    ...span.interruptions.map((interruption) => toInterruptionNode(runId, interruption)),
    ...ended.map((event) => toEventNode(runId, event, nameOf)),
  ];
}

/** A node for one event. */
export function toEventNode(runId: string, event: DecodedEvent, nameOf: NameOf): Decision {
  const { kind, title, text, tone } = toEventWords(event, nameOf);
  return {
    id: `${runId}:${event.eventId}:${kind}`,
    ...{ kind, title, tone },
    outcome: text,
    startedAt: event.eventTime,
    facts: toEventFacts(runId, event),
    citations: [cite(runId, event)],
    children: [],
  };
}

function toTaskNode(tick: GenericTick, task: WorkflowTask, children: readonly Decision[]): Decision {
  const { runId } = tick.run;
  const { scheduled, started, closed, outcome } = task;
  const isDone = outcome === 'completed';
  const own = toGenericOutcome({ ...tick, ended: [] });
  return {
    id: `${runId}:${scheduled.eventId}:workflow-task`,
    kind: 'workflow-task',
    title: 'workflow task',
    outcome: isDone && children.length > 0 ? outcome : own.outcome,
    tone: isDone ? 'neutral' : own.tone,
    startedAt: scheduled.eventTime,
    ...(closed ? { durationMs: Math.max(0, (closed.timeMicros - scheduled.timeMicros) / 1000) } : {}),
    facts: toTaskFacts(runId, task),
    citations: [scheduled, started, closed].flatMap((event) => (event ? [cite(runId, event)] : [])),
    children,
  };
}

const OF_SCHEDULED: readonly NamedMember[] = [['attempt', ['attempt']]];
const OF_STARTED: readonly NamedMember[] = [
  ['history size in bytes', ['historySizeBytes']],
  ['continue-as-new suggested', ['suggestContinueAsNew']],
];
const OF_CLOSED: readonly NamedMember[] = [
  ['cause', ['cause']],
  ['failure', ['failure', 'message']],
  ['timeout', ['timeoutType']],
  ['base run', ['baseRunId']],
  ['new run', ['newRunId']],
];

function toTaskFacts(runId: string, task: WorkflowTask): readonly Fact[] {
  const { scheduled, started, closed, workerIdentity, buildId } = task;
  const shown = closed ?? started ?? scheduled;
  const toFact = (name: string, value: string | undefined): readonly Fact[] =>
    value === undefined ? [] : [{ name, value, citation: cite(runId, shown) }];
  return [
    ...toFact('worker', workerIdentity),
    ...toFact('workflow code', buildId),
    ...toQueueFact(runId, scheduled),
    ...toMemberFacts(runId, scheduled, OF_SCHEDULED),
    ...toMemberFacts(runId, started, OF_STARTED),
    ...toMemberFacts(runId, closed, OF_CLOSED),
  ];
}

function toQueueFact(runId: string, scheduled: DecodedEvent): readonly Fact[] {
  const queue = member(scheduled.attributes, 'taskQueue');
  const name = textMember(queue, 'normalName') || textMember(queue, 'name');
  if (!name) return [];
  const kind = textMember(queue, 'kind') === 'TASK_QUEUE_KIND_STICKY' ? ', its worker’s own (sticky)' : '';
  return [
    {
      name: 'task queue',
      value: `${toBoundedValue(name, scheduled.eventId, 120)}${kind}`,
      citation: cite(runId, scheduled, ['taskQueue']),
    },
  ];
}
