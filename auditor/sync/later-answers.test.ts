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
function writeStory(): readonly CanonicalEvent[] {
  const agent = new AgentWriter();
  agent.start('chat', 'Hello');
  agent.workflowTask();
  const asked = [ask('b', 'buy', { shares: 40 }), ask('s', 'sell', { shares: 2 }), ask('u', 'undone')];
  const call = agent.beginCall('Hello');
  agent.finish(call, { result: { output: asked.map((item) => ({ type: 'function_call', ...item })) } });
  agent.workflowTask();
  agent.wait(5000).signal('approve', true);
  agent.workflowTask();
  agent.activity('buy', { shares: 40 }, { result: 'bought' });
  agent.workflowTask();
  const [toBuy, bought] = answer('b', 'buy', 'bought', { shares: 40 });
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

function indexIn(pageLength: number) {
  const folder = mkdtempSync(join(tmpdir(), 'tickscope-answers-'));
  const store = openStore(folder);
  onTestFinished(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const events = writeStory();
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
    ['sell', 1, 'workflow', 'completed', true],
    ['undone', 1, 'unknown', 'unknown', false],
  ]);
  const [bought, sold] = toolCalls;
  expect(bought?.result_pointer).toBe('/activityTaskCompletedEventAttributes/result/0');
  expect(sold?.result_event_id).toBe(sold?.answered_event_id);
});

test('page by page, and derived again, it knows the same', () => {
  const atOnce = indexIn(1000).read();
  const { store, read } = indexIn(1);
  expect(read()).toEqual(atOnce);
  reindex(createIndexer(store), { which: 'all' });
  expect(read()).toEqual(atOnce);
});
