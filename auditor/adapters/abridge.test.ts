import { expect, test } from 'vitest';
import type { Statement } from '../model/answer.ts';
import { abridgeNodes, abridgeSection, abridgeStatement } from './abridge.ts';
import { explainLast } from './trading/_recorded/explain-history.ts';
import { TradingHistory } from './trading/_recorded/trading-history.ts';

const cited = (eventId: number) => [{ runId: 'r', eventId }];
const statements = (count: number): readonly Statement[] =>
  Array.from({ length: count }, (_, index) => ({ text: `s${index}`, citations: cited(index) }));

test('what fits stays as it is', () => {
  const section = { id: 'known', title: 't', statements: statements(60) };
  expect(abridgeSection(section)).toEqual(section);
});

test('of more, the first and the last stay, and how many are left out is said and cited', () => {
  const short = abridgeSection({ id: 'known', title: 't', statements: statements(100) }).statements;
  expect(short).toHaveLength(61);
  expect(short[30]).toEqual({
    text: '40 more are left out here; the list of events has them.',
    citations: cited(30),
  });
  expect([short[29]?.text, short[31]?.text, short.at(-1)?.text]).toEqual(['s29', 's70', 's99']);
});

test('proofs are bounded', () => {
  const citations = Array.from({ length: 50 }, (_, eventId) => ({ runId: 'r', eventId }));
  expect(abridgeStatement({ text: '', citations }).citations).toHaveLength(20);
});

test('nodes are bounded on every level, ids stay unique', () => {
  const leaf = (id: string) => ({
    ...{ id, kind: 'signal' as const, title: id, tone: 'neutral' as const, facts: [] },
    ...{ citations: cited(1), children: [] },
  });
  const children = Array.from({ length: 500 }, (_, index) => leaf(`c${index}`));
  const [node] = abridgeNodes([{ ...leaf('top'), children }]);
  expect(node?.children).toHaveLength(201);
  expect(new Set(node?.children.map(({ id }) => id)).size).toBe(201);
  expect(node?.children[100]).toMatchObject({ title: '300 more', kind: 'marker' });
});

test('a flood of refused answers and signals makes no flood of rows', () => {
  const history = new TradingHistory().waitForTick().observe();
  history.approval('pending');
  for (let index = 0; index < 3000; index += 1) {
    history.signal('approveTrade', history.answer({ approver: 'desk-3', orderHash: 'x' }));
    history.signal('fastForwardTick', null);
  }
  expect(JSON.stringify(explainLast(history)).length).toBeLessThan(400_000);
});
