import { afterAll, expect, test } from 'vitest';
import { toPayloads } from '../decision-tree/_recorded/history-writer.ts';
import { IndexBuilder } from './_index/index-builder.ts';
import { compareTicks } from './compare-ticks.ts';

const builder = new IndexBuilder();
const runPk = builder.run({ runId: 'a' });
for (const eventId of [1, 2]) {
  builder.event(runPk, eventId, {
    eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED',
    workflowExecutionSignaledEventAttributes: { signalName: 's', input: toPayloads({ shares: eventId }) },
  });
  builder.tick({ runPk, tick: eventId, events: [eventId, eventId] });
}
const index = builder.open();
afterAll(() => builder.close());

test('two ticks of one run, with what is not counted beside them', () => {
  const compared = compareTicks(index, { workflowId: 'w', tick: 1 }, { workflowId: 'w', tick: 2 });
  expect([compared.a.tick, compared.b.tick]).toEqual([1, 2]);
  expect(compared.differences[0]).toMatchObject({
    ...{ what: 'signal 1', kind: 'value', differences: [{ path: '/input/0/shares', a: 1, b: 2 }] },
  });
});

test('a tick that is not there is named', () => {
  expect(() => compareTicks(index, { workflowId: 'w', tick: 1 }, { workflowId: 'w', tick: 9 })).toThrow(
    /no tick 9/,
  );
});
