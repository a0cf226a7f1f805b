import type { PlacedNode } from './place-nodes.ts';

/** What an arrow key means on a node: go to another, or open or close this one. */
export type Walk =
  | { readonly kind: 'go'; readonly id: string }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'close'; readonly id: string };

/**
 * Where a key leads from a node, as the tree pattern of WAI-ARIA has it.
 *
 * Order: `nodes` from top to bottom as they are read: each parent before its children.
 * Absent when: the key leads nowhere from here.
 */
export function walkNodes(nodes: readonly PlacedNode[], id: string, key: string): Walk | undefined {
  const at = nodes.findIndex((placed) => placed.node.id === id);
  const placed = nodes[at];
  if (!placed) return undefined;
  if (key === 'ArrowDown') return go(nodes[at + 1]);
  if (key === 'ArrowUp') return go(nodes[at - 1]);
  if (key === 'Home') return go(nodes[0]);
  if (key === 'End') return go(nodes.at(-1));
  const child = nodes.find((other) => other.parentId === id);
  if (key === 'ArrowRight') return placed.hidden > 0 ? { kind: 'open', id } : go(child);
  if (key === 'ArrowLeft')
    return child ? { kind: 'close', id } : go(nodes.find((other) => other.node.id === placed.parentId));
  return undefined;
}

const go = (placed: PlacedNode | undefined): Walk | undefined => placed && { kind: 'go', id: placed.node.id };
