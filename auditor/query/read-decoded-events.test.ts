import { afterAll, expect, test } from 'vitest';
import { toPayloads } from '../decision-tree/_recorded/history-writer.ts';
import { IndexBuilder } from './_index/index-builder.ts';
import { readDecodedEvents } from './read-decoded-events.ts';

const builder = new IndexBuilder();
const runPk = builder.run({ runId: 'a' });
const attributes = { signalName: 's', input: toPayloads({ shares: 40 }) };
builder.event(runPk, 1, {
  ...{ eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED' },
  workflowExecutionSignaledEventAttributes: attributes,
});
builder.event(runPk, 2);
const index = builder.open();
afterAll(() => builder.close());

test('events as adapters know them: type, attributes with payloads replaced by their values', () => {
  const [event, ...others] = readDecodedEvents(index, runPk, 1, 1);
  expect(event).toMatchObject({
    ...{ eventId: 1, eventType: 'WORKFLOW_EXECUTION_SIGNALED' },
    ...{ attributes: { signalName: 's', input: [{ shares: 40 }] } },
  });
  expect(others).toEqual([]);
});
