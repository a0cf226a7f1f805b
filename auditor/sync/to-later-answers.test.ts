import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { AgentWriter } from '../adapters/_recorded/agent-writer.ts';
import { answer, ask } from '../adapters/_recorded/ask.ts';
import { toDecodedEvent } from '../base/decode-event.ts';
import type { CanonicalEvent } from '../history/to-canonical-event.ts';
import type { HistoryEvent, JsonObject } from '../model/history-event.ts';
import { openStore } from '../store/open-store.ts';
import { toCanonicalEvents } from './_scripted/event-json.ts';
import { readRows } from './_scripted/read-rows.ts';
import { indexPage } from './index-run.ts';
import { createIndexer } from './indexer.ts';
import { reindex } from './reindex.ts';

/** A model asks for two tools that a person has to agree to; a later turn runs one, and refuses the other. */
function writeApproval(): readonly CanonicalEvent[] {
  const agent = new AgentWriter();
  agent.start('chat', 'Hello');
  agent.workflowTask();
  const asked = [ask('b', 'buy', { shares: 40 }), ask('s', 'sell', { shares: 2 }), ask('u', 'undone')];
  const call = agent.beginCall('Hello');
  agent.finish(call, { result: { output: asked.map((item) => ({ type: 'function_call', ...item })) } });
  agent.workflowTask();
  agent.wait(5000).signal('approve', true);
  agent.workflowTask();
  agent.activity('buy', { shares: 40 }, { result: { fillPrice: 101 } });
  agent.workflowTask();
  const [toBuy, bought] = answer('b', 'buy', '{"fillPrice":101}', { shares: 40 });
  const [toSell, sold] = answer('s', 'sell', 'A person said no.', { shares: 2 });
  agent.call({ text: 'Done.' }, [toBuy ?? {}, toSell ?? {}, bought ?? {}, sold ?? {}]);
  agent.wait(5000).signal('say', 'Thanks');
  agent.workflowTask();
  agent.call({ text: 'Welcome.' }, 'Thanks');
  return toCanonicalEvents(agent.events.map(toJson));
}

const toJson = (event: HistoryEvent): JsonObject => ({
  ...{ eventId: `${event.eventId}`, eventType: `EVENT_TYPE_${event.eventType}`, eventTime: event.eventTime },
  [toDecodedEvent(event).attributesKey]: event.attributes,
});

/** An order that nobody let through, then another one with the same id that was; a later turn is told of that one. */
function writeSameId(): readonly CanonicalEvent[] {
  const agent = new AgentWriter();
  agent.start('chat', 'Hello');
  agent.workflowTask();
  const asks = (shares: number) => {
    const call = agent.beginCall(`Buy ${shares}?`);
    agent.finish(call, { result: { output: [{ type: 'function_call', ...ask('c1', 'buy', { shares }) }] } });
    agent.workflowTask();
  };
  asks(1);
  agent.wait(5000).signal('say', 'Two, then');
  agent.workflowTask();
  asks(2);
  agent.activity('buy', { shares: 2 }, { result: { fillPrice: 102 } });
  agent.workflowTask();
  agent.wait(5000).signal('say', 'And?');
  agent.workflowTask();
  agent.call({ text: 'Done.' }, answer('c1', 'buy', 'bought 2', { shares: 2 }));
  return toCanonicalEvents(agent.events.map(toJson));
}

function indexIn(pageLength: number, events = writeApproval()) {
  const folder = mkdtempSync(join(tmpdir(), 'tickscope-answers-'));
  const store = openStore(folder);
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const key = { namespace: 'default', workflowId: 'w', runId: 'run-1' };
  for (let from = 0; from < events.length; from += pageLength) {
    const page = events.slice(from, from + pageLength);
    indexPage(createIndexer(store), { key, source: 'file', events: page });
  }
  return { store, read: () => readRows(folder, 'w') };
}

test('the row of a tool knows what a later tick was told of it', () => {
  const { toolCalls } = indexIn(1000).read();
  expect(
    toolCalls.map((row) => [row.name, row.tick, row.ran_as, row.status, row.answered_event_id !== null]),
  ).toEqual([
    ['buy', 1, 'activity', 'completed', true],
    ['sell', 1, 'workflow', 'answered', true],
    ['undone', 1, 'unknown', 'unknown', false],
  ]);
  const [bought, sold] = toolCalls;
  expect(bought?.result_pointer).toBe('/activityTaskCompletedEventAttributes/result/0');
  expect(sold?.result_event_id).toBe(sold?.answered_event_id);
});

test('the fields of a result that came later are found like those of one that came at once', () => {
  const fields = indexIn(1000)
    .read()
    .toolFields.filter((row) => row.name === 'buy');
  expect(fields.map((row) => [row.key, row.lowest, row.is_later])).toEqual([
    ['shares', 40, 0],
    ['fillPrice', 101, 1],
  ]);
});

test('a call that never ran is not told the result of another one with its id', () => {
  const { toolCalls } = indexIn(1000, writeSameId()).read();
  expect(toolCalls.map((row) => [row.tick, row.ran_as, row.status, row.answered_event_id])).toEqual([
    [1, 'unknown', 'unknown', null],
    [2, 'activity', 'completed', null],
  ]);
});

test.each([
  ['a later approval', writeApproval],
  ['an id that comes again', writeSameId],
])('page by page, and derived again, it knows the same: %s', (_, write) => {
  const atOnce = indexIn(1000, write()).read();
  const { store, read } = indexIn(1, write());
  expect(read()).toEqual(atOnce);
  reindex(createIndexer(store), { which: 'all' });
  expect(read()).toEqual(atOnce);
});
