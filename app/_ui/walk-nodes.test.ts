import { expect, test } from 'vitest';
import { placeNodes, type TreeNode } from './place-nodes.ts';
import { walkNodes } from './walk-nodes.ts';

const node = (id: string, children: readonly TreeNode[] = []): TreeNode => ({
  id,
  icon: 'node',
  kind: 'node',
  tone: 'good',
  title: id,
  children,
});
const root = node('root', [node('a', [node('a1'), node('a2')]), node('b')]);
const walk = (id: string, key: string, collapsed: readonly string[] = []) =>
  walkNodes(placeNodes(root, new Set(collapsed)).nodes, id, key);

test('down and up walk in reading order and stop at the ends', () => {
  expect(walk('a', 'ArrowDown')).toEqual({ kind: 'go', id: 'a1' });
  expect(walk('a2', 'ArrowDown')).toEqual({ kind: 'go', id: 'b' });
  expect(walk('b', 'ArrowDown')).toBeUndefined();
  expect(walk('root', 'ArrowUp')).toBeUndefined();
});

test('right opens, then enters; left closes, then leaves', () => {
  expect(walk('a', 'ArrowRight', ['a'])).toEqual({ kind: 'open', id: 'a' });
  expect(walk('a', 'ArrowRight')).toEqual({ kind: 'go', id: 'a1' });
  expect(walk('a', 'ArrowLeft')).toEqual({ kind: 'close', id: 'a' });
  expect(walk('a1', 'ArrowLeft')).toEqual({ kind: 'go', id: 'a' });
  expect(walk('b', 'ArrowRight')).toBeUndefined();
});

test('an id that is not shown leads nowhere', () => {
  expect(walk('gone', 'ArrowDown')).toBeUndefined();
});
