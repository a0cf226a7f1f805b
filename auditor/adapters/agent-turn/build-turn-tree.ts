import { cite } from '../../base/cite.ts';
import { toSubject } from '../../base/event-subject.ts';
import type { Decision } from '../../model/decision.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import { toActivityNode } from '../activity-node.ts';
import { toEventNode } from '../generic-tree.ts';
import { toEventWords } from '../generic-words.ts';
import { toInterruptionNode } from '../interruption-parts.ts';
import { toNoiseNode, toWaitingNode } from '../left-out-nodes.ts';
import { sortNodes } from '../sort-nodes.ts';
import { toModelNodes } from './model-nodes.ts';
import type { Turn } from './read-turn.ts';

/** The decision tree of one turn: what woke it, the calls of models with their tools, everything else in the order of the events. */
export function buildTurnTree(turn: Turn): readonly Decision[] {
  const { run, span, nameOf, waiting, woke, meanwhile, otherActivities, ended, noise } = turn;
  const { runId } = run;
  return [
    ...waiting.map((stimulus) => toWaitingNode(stimulus, span.tick)),
    ...sortNodes([
      ...[...woke, ...meanwhile, ...ended].map((event) => toEventNode(runId, event, nameOf)),
      ...toModelNodes(turn),
      ...otherActivities.map((activity) => toActivityNode(runId, activity)),
      ...toWorkNodes(turn),
      ...toNoiseNode(runId, noise),
      ...span.interruptions.map((interruption) => toInterruptionNode(runId, interruption)),
    ]),
  ];
}

/** Timers, children, messages to others, …: each with what became of it. An outcome of an earlier turn's stands alone. */
function toWorkNodes({ run, nameOf, decided, outcomes, otherActivities }: Turn): readonly Decision[] {
  const shown = new Set(otherActivities.map(({ scheduled }) => scheduled.eventId));
  const byHead = Map.groupBy([...decided, ...outcomes], (event) => toSubject(event).headEventId);
  return [...byHead].flatMap(([head, events]) => {
    const [first, ...rest] = events.sort((a, b) => a.eventId - b.eventId);
    if (!first || shown.has(head)) return [];
    const node = toEventNode(run.runId, first, nameOf);
    const last = rest.at(-1);
    return [last ? { ...node, ...toWorkEnd(run.runId, node, events) } : node];
  });

  function toWorkEnd(runId: string, node: Decision, events: readonly DecodedEvent[]): Partial<Decision> {
    const [first, last] = [events[0], events.at(-1)];
    if (!first || !last) return {};
    const { text, tone } = toEventWords(last, nameOf);
    const later = events.slice(1).map((event) => toEventNode(runId, event, nameOf));
    return {
      outcome: text,
      tone,
      durationMs: Math.max(0, (last.timeMicros - first.timeMicros) / 1000),
      facts: [...node.facts, ...later.flatMap(({ facts }) => facts)],
      citations: events.map((event) => cite(runId, event)),
    };
  }
}
