import { hierarchy, tree } from 'd3';
import type { IconName } from './icon.tsx';
import type { Tone } from './tone.tsx';

/** A node as the widget draws it. */
export type TreeNode = {
  readonly id: string;
  readonly icon: IconName;
  /** Spoken before the title: what sort of node it is. */
  readonly kind: string;
  readonly tone: Tone;
  readonly title: string;
  readonly outcome?: string | undefined;
  readonly duration?: string | undefined;
  readonly children: readonly TreeNode[];
};

export const NODE_WIDTH = 196;
export const NODE_HEIGHT = 40;
const COLUMN = NODE_WIDTH + 34;
const ROW = NODE_HEIGHT + 10;

export type PlacedNode = {
  readonly node: TreeNode;
  readonly x: number;
  readonly y: number;
  readonly level: number;
  readonly parentId: string | undefined;
  /** How many are hidden because the node is collapsed. */
  readonly hidden: number;
};

export type Placement = {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly { readonly from: PlacedNode; readonly to: PlacedNode }[];
  readonly width: number;
  readonly height: number;
};

/**
 * Where each visible node lies: left to right by level, top to bottom in the order given.
 *
 * Units: CSS pixels at scale 1; `x`, `y` are the upper left corner.
 */
export function placeNodes(root: TreeNode, collapsed: ReadonlySet<string>): Placement {
  const data = hierarchy(root, (node) => (collapsed.has(node.id) ? [] : node.children));
  const placed = tree<TreeNode>()
    .nodeSize([ROW, COLUMN])
    .separation(() => 1)(data);
  const all = placed.descendants();
  const top = Math.min(...all.map((point) => point.x));
  const byId = new Map<string, PlacedNode>();
  placed.eachBefore((point) => {
    byId.set(point.data.id, {
      node: point.data,
      x: point.y,
      y: point.x - top,
      level: point.depth + 1,
      parentId: point.parent?.data.id,
      hidden: collapsed.has(point.data.id) ? countBelow(point.data) : 0,
    });
  });
  const nodes = [...byId.values()];
  const links = nodes.flatMap((to) => {
    const from = to.parentId === undefined ? undefined : byId.get(to.parentId);
    return from ? [{ from, to }] : [];
  });
  return {
    nodes,
    links,
    width: Math.max(...nodes.map((node) => node.x)) + NODE_WIDTH,
    height: Math.max(...nodes.map((node) => node.y)) + NODE_HEIGHT,
  };
}

/** How many nodes stand below one. */
export function countBelow(node: TreeNode): number {
  return node.children.reduce((sum, child) => sum + 1 + countBelow(child), 0);
}

/** What is closed at first: long lists of nodes where nothing went other than well, so that the rest fits. */
export function toFirstCollapsed(root: TreeNode): ReadonlySet<string> {
  const closed = new Set<string>();
  const visit = (node: TreeNode, level: number) => {
    if (level > 0 && node.children.length > 10 && !node.children.some(isNoteworthy)) closed.add(node.id);
    for (const child of node.children) visit(child, level + 1);
  };
  visit(root, 0);
  return closed;
}

function isNoteworthy(node: TreeNode): boolean {
  return (
    node.tone === 'bad' || node.tone === 'warn' || node.tone === 'pending' || node.children.some(isNoteworthy)
  );
}
