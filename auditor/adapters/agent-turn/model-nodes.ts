import type { Decision } from '../../model/decision.ts';
import type { ModelCall } from '../../model/model-call.ts';
import type { MatchedToolCall } from '../match-tool-calls.ts';
import { toEarlierToolNode, toModelNode } from '../model-node.ts';
import type { Turn } from './read-turn.ts';

/** Agents that run agents as their tools go some levels deep; a history that goes on and on is shown flat below. */
const DEEPEST = 8;

/** The calls of models with their tools; the calls of an agent that ran as a tool stand under that tool. Each call is shown once. */
export function toModelNodes({ run, span, tools, earlierTools }: Turn): readonly Decision[] {
  const toolsOf = new Map(span.modelCalls.map((call, index) => [call, tools[index] ?? []]));
  const placed = new Set<ModelCall>();
  return [
    ...earlierTools.map((tool, index) => toEarlierToolNode(run.runId, tool, index)),
    // A tool runs after it was asked for: whoever asked is placed before the calls within its tools.
    ...span.modelCalls.flatMap((call) => place([call], 0)),
  ];

  function place(calls: readonly ModelCall[], depth: number): readonly Decision[] {
    const fresh = calls.filter((call) => !placed.has(call));
    for (const call of fresh) placed.add(call);
    const listWithin = ({ nested = [] }: MatchedToolCall) =>
      depth < DEEPEST ? place(nested, depth + 1) : [];
    return fresh.map((call) => toModelNode(run.runId, call, toolsOf.get(call) ?? [], { listWithin }));
  }
}
