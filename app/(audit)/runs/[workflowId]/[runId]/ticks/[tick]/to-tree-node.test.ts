import { expect, test } from 'vitest';
import type { Decision } from '#auditor/model/decision.ts';
import { findDecision, ROOT_ID, toFirstSelected, toTreeNode } from './to-tree-node.ts';

const decision = (id: string, given: Partial<Decision> = {}): Decision => ({
  id,
  kind: 'activity',
  title: id,
  tone: 'good',
  facts: [],
  citations: [],
  children: [],
  ...given,
});

test('the tick is the root, durations are words, absent ones stay absent', () => {
  const root = toTreeNode({
    label: 'tick 14',
    tone: 'good',
    outcome: 'HOLD',
    durationMs: 1240,
    tree: [decision('a', { kind: 'model-call', durationMs: 840 }), decision('b')],
  });
  expect(root).toMatchObject({ id: ROOT_ID, title: 'tick 14', duration: '1.24 s' });
  expect(root.children.map(({ icon, duration }) => [icon, duration])).toEqual([
    ['spark', '840 ms'],
    ['gear', undefined],
  ]);
});

test('finds nodes at any depth, and nothing for a strange id', () => {
  const tree = [decision('a', { children: [decision('a1')] })];
  expect(findDecision(tree, 'a1')?.id).toBe('a1');
  expect(findDecision(tree, '__proto__')).toBeUndefined();
});

test('looks first at what went wrong, else at the end', () => {
  expect(toFirstSelected([decision('a'), decision('b', { tone: 'warn' }), decision('c')])).toBe('b');
  expect(toFirstSelected([decision('a'), decision('c')])).toBe('c');
  expect(toFirstSelected([])).toBe(ROOT_ID);
});
