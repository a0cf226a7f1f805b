import { type HierarchyPointNode, hierarchy, tree } from 'd3';
import type { IconName } from './icon.tsx';
import type { Tone } from './tone.tsx';

/** A node as the widget draws it. */
export type TreeNode = {
  readonly id: string;
  readonly icon: IconName;
  /** Spoken with the title: what sort of node it is. */
  readonly kind: string;
  readonly tone: Tone;
  readonly title: string;
  readonly outcome?: string | undefined;
  readonly duration?: string | undefined;
  readonly children: readonly TreeNode[];
};

/** How a node is drawn: the root small, leaves from the third level on in one line, everything else in two. */
type NodeForm = 'root' | 'box' | 'line';

const SIZES: Record<NodeForm, { readonly width: number; readonly height: number }> = {
  root: { width: 132, height: 40 },
  box: { width: 188, height: 40 },
  line: { width: 264, height: 24 },
};
const COLUMN_GAP = 30;
const ROW_GAP = 8;

export type PlacedNode = {
  readonly node: TreeNode;
  readonly form: NodeForm;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
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
    .nodeSize([1, 1])
    .separation((a, b) => (heightOf(a) + heightOf(b)) / 2 + ROW_GAP)(data);
  const byId = new Map<string, PlacedNode>();
  placed.eachBefore((point) => byId.set(point.data.id, toPlaced(point, collapsed)));
  const top = Math.min(...[...byId.values()].map((node) => node.y));
  const nodes = [...byId.values()].map((node) => ({ ...node, y: node.y - top }));
  return {
    nodes,
    links: toLinks(nodes),
    width: Math.max(...nodes.map((node) => node.x + node.width)),
    height: Math.max(...nodes.map((node) => node.y + node.height)),
  };
}

function toPlaced(point: HierarchyPointNode<TreeNode>, collapsed: ReadonlySet<string>): PlacedNode {
  const form = formOf(point);
  const { width, height } = SIZES[form];
  return {
    node: point.data,
    form,
    x:
      point.depth === 0
        ? 0
        : SIZES.root.width + COLUMN_GAP + (point.depth - 1) * (SIZES.box.width + COLUMN_GAP),
    y: point.x - height / 2,
    width,
    height,
    level: point.depth + 1,
    parentId: point.parent?.data.id,
    hidden: collapsed.has(point.data.id) ? countBelow(point.data) : 0,
  };
}

function toLinks(nodes: readonly PlacedNode[]): Placement['links'] {
  const byId = new Map(nodes.map((node) => [node.node.id, node]));
  return nodes.flatMap((to) => {
    const from = to.parentId === undefined ? undefined : byId.get(to.parentId);
    return from ? [{ from, to }] : [];
  });
}

const formOf = ({ depth, data }: { readonly depth: number; readonly data: TreeNode }): NodeForm =>
  depth === 0 ? 'root' : depth > 1 && data.children.length === 0 ? 'line' : 'box';

const heightOf = (point: { readonly depth: number; readonly data: TreeNode }) => SIZES[formOf(point)].height;

/** How many nodes stand below one. */
function countBelow(node: TreeNode): number {
  return node.children.reduce((sum, child) => sum + 1 + countBelow(child), 0);
}

/** What is closed at first: long lists of nodes where nothing went other than well, so that the rest fits. */
export function toFirstCollapsed(root: TreeNode): ReadonlySet<string> {
  const closed = new Set<string>();
  const visit = (node: TreeNode, level: number) => {
    if (level > 0 && node.children.length > 12 && !node.children.some(isNoteworthy)) closed.add(node.id);
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
