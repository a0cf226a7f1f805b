import type { AnswerSection, Statement } from '../model/answer.ts';
import type { Decision } from '../model/decision.ts';

/** Nodes of one level, sentences of one section and proofs of one sentence; a flood of signals makes tens of thousands. */
const MOST_NODES = 200;
const MOST_STATEMENTS = 60;
const MOST_CITATIONS = 20;

/** The first and the last nodes of a level; between them one node that says how many are left out, and where they begin. */
export function abridgeNodes(nodes: readonly Decision[]): readonly Decision[] {
  const level = nodes.map((node) => ({ ...node, children: abridgeNodes(node.children) }));
  return abridge(level, MOST_NODES, toGapNode);
}

/** The same for the sentences of a section, and for the proofs of each. */
export function abridgeSection(section: AnswerSection): AnswerSection {
  return {
    ...section,
    statements: abridge(section.statements, MOST_STATEMENTS, toGapStatement).map(abridgeStatement),
  };
}

/** A sentence with at most as many proofs as a reader can follow. */
export function abridgeStatement(statement: Statement): Statement {
  return { ...statement, citations: statement.citations.slice(0, MOST_CITATIONS) };
}

function abridge<T>(items: readonly T[], most: number, toGap: (left: readonly T[]) => T): readonly T[] {
  if (items.length <= most) return items;
  const half = most / 2;
  const left = items.slice(half, -half);
  return [...items.slice(0, half), toGap(left), ...items.slice(-half)];
}

function toGapNode(left: readonly Decision[]): Decision {
  const [first] = left;
  const citations = (first?.citations ?? []).slice(0, 1);
  return {
    id: `${first?.id ?? ''}:gap`,
    kind: 'marker',
    title: `${left.length} more`,
    outcome: 'left out here; the list of events has them',
    tone: 'neutral',
    facts: [],
    citations,
    children: [],
  };
}

function toGapStatement(left: readonly Statement[]): Statement {
  const citations = (left[0]?.citations ?? []).slice(0, 1);
  return { text: `${left.length} more are left out here; the list of events has them.`, citations };
}
