import { formatDurationMs } from '#app/_ui/format-time.ts';
import type { IconName } from '#app/_ui/icon.tsx';
import type { TreeNode } from '#app/_ui/place-nodes.ts';
import type { Decision, DecisionKind } from '#auditor/model/decision.ts';
import type { Tick } from '#auditor/model/tick.ts';

/** Id of the node that stands for the tick itself. */
export const ROOT_ID = 'tick';

/** Icon and spoken name of each kind of decision. */
export const KINDS: Record<DecisionKind, { readonly icon: IconName; readonly name: string }> = {
  context: { icon: 'data', name: 'context' },
  'model-call': { icon: 'spark', name: 'model call' },
  'tool-call': { icon: 'tool', name: 'tool call' },
  guardrail: { icon: 'shield', name: 'guardrail' },
  approval: { icon: 'person', name: 'approval' },
  order: { icon: 'send', name: 'order' },
  signal: { icon: 'mail', name: 'signal' },
  update: { icon: 'mail', name: 'update' },
  timer: { icon: 'clock', name: 'timer' },
  child: { icon: 'branch', name: 'child workflow' },
  marker: { icon: 'flag', name: 'marker' },
  activity: { icon: 'gear', name: 'activity' },
  'workflow-task': { icon: 'gear', name: 'workflow task' },
  failure: { icon: 'cross', name: 'failure' },
  interruption: { icon: 'bolt', name: 'interruption' },
};

/** The tree of a tick as the widget draws it; the tick itself is its root. */
export function toTreeNode(tick: Pick<Tick, 'label' | 'tone' | 'outcome' | 'durationMs' | 'tree'>): TreeNode {
  return {
    id: ROOT_ID,
    icon: 'node',
    kind: 'tick',
    tone: tick.tone,
    title: tick.label,
    outcome: tick.outcome,
    duration: formatDurationMs(tick.durationMs),
    children: tick.tree.map(toNode),
  };
}

function toNode(decision: Decision): TreeNode {
  return {
    id: decision.id,
    icon: KINDS[decision.kind].icon,
    kind: KINDS[decision.kind].name,
    tone: decision.tone,
    title: decision.title,
    outcome: decision.outcome,
    duration: decision.durationMs === undefined ? undefined : formatDurationMs(decision.durationMs),
    children: decision.children.map(toNode),
  };
}

/** Absent when: no node has this id. */
export function findDecision(tree: readonly Decision[], id: string): Decision | undefined {
  for (const decision of tree) {
    if (decision.id === id) return decision;
    const below = findDecision(decision.children, id);
    if (below) return below;
  }
  return undefined;
}

/** The node to look at first: what went other than well, else the last, which is what it came to. */
export function toFirstSelected(tree: readonly Decision[]): string {
  const noteworthy = tree.find(
    (decision) => decision.tone === 'bad' || decision.tone === 'warn' || decision.tone === 'pending',
  );
  return (noteworthy ?? tree.at(-1))?.id ?? ROOT_ID;
}
