import { afterAll, expect, test } from 'vitest';
import { IndexBuilder } from './_index/index-builder.ts';
import { explainTick } from './explain-tick.ts';

const builder = new IndexBuilder();
const runPk = builder.run({ runId: 'a' });
for (const eventId of [1, 2, 3]) builder.event(runPk, eventId);
builder.tick({ runPk, tick: 0, label: 'discovery' });
builder.tick({ runPk, tick: 14, events: [3, 3] });
const index = builder.open();
afterAll(() => builder.close());

test('question, answer and what lists show of the tick', () => {
  const explained = explainTick(index, { workflowId: 'w', tick: 14 });
  expect(explained).toMatchObject({
    question: 'Why did w do what it did at tick 14?',
    workflowId: 'w',
    runId: 'a',
    summary: { tick: 14, outcome: 'HOLD' },
    answer: { headline: [{ citations: [{ runId: 'a', eventId: 3 }] }] },
  });
  expect(explained.summary).not.toHaveProperty('tree');
});

test('a tick with a name of its own keeps its number', () => {
  expect(explainTick(index, { workflowId: 'w', tick: 0 }).question).toMatch(/at tick 0 \(discovery\)\?$/);
});
