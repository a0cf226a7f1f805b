import { expect, test } from 'vitest';
import { placeNodes, type TreeNode, toFirstCollapsed } from './place-nodes.ts';

const node = (id: string, children: readonly TreeNode[] = [], tone: TreeNode['tone'] = 'good'): TreeNode => ({
  id,
  icon: 'node',
  kind: 'node',
  tone,
  title: id,
  children,
});

const wide = (tone: TreeNode['tone']) =>
  node('root', [
    node('a'),
    node(
      'rules',
      Array.from({ length: 14 }, (_, at) => node(`r${at}`, [], at === 3 ? tone : 'good')),
    ),
  ]);

test('no two nodes overlap, children stand right of their parent and in order', () => {
  const { nodes, links } = placeNodes(wide('good'), new Set());
  for (const [at, one] of nodes.entries()) {
    for (const other of nodes.slice(at + 1)) {
      const [left, right] = one.x <= other.x ? [one, other] : [other, one];
      const [upper, lower] = one.y <= other.y ? [one, other] : [other, one];
      const apart = left.x + left.width <= right.x || upper.y + upper.height <= lower.y;
      expect(apart, `${one.node.id} and ${other.node.id}`).toBe(true);
    }
  }
  expect(links.every(({ from, to }) => to.x > from.x)).toBe(true);
  const rules = nodes.filter((placed) => placed.parentId === 'rules').map((placed) => placed.y);
  expect(rules).toEqual(rules.toSorted((a, b) => a - b));
});

test('starts at the upper left corner', () => {
  const { nodes } = placeNodes(wide('good'), new Set());
  expect(Math.min(...nodes.map((placed) => placed.x))).toBe(0);
  expect(Math.min(...nodes.map((placed) => placed.y))).toBe(0);
});

test('a collapsed node hides what is below and says how many', () => {
  const { nodes } = placeNodes(wide('good'), new Set(['rules']));
  expect(nodes.map((placed) => placed.node.id)).toEqual(['root', 'a', 'rules']);
  expect(nodes.find((placed) => placed.node.id === 'rules')?.hidden).toBe(14);
});

test('long lists are closed at first, unless something in them needs reading', () => {
  expect([...toFirstCollapsed(wide('good'))]).toEqual(['rules']);
  expect([...toFirstCollapsed(wide('bad'))]).toEqual([]);
});
