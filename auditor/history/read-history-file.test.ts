import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { JsonObject } from '../model/history-event.ts';
import { parseHistory } from './_scripted/parse-history.ts';
import { fromHistoryJson } from './from-event-json.ts';
import { readHistoryFile } from './read-history-file.ts';
import { HISTORY } from './temporal-descriptors.ts';

const TIME = '2026-11-23T20:41:01.000000001Z';
const started = (eventId: string): JsonObject => ({
  eventId,
  eventTime: TIME,
  eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
  taskId: '1048587',
  workflowExecutionStartedEventAttributes: { workflowType: { name: 'agent' }, header: {} },
});
const signaled = (eventId: string): JsonObject => ({
  eventId,
  eventTime: TIME,
  eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED',
  taskId: '1048588',
  workflowExecutionSignaledEventAttributes: { signalName: 'next' },
});
const text = (...events: readonly JsonObject[]) => JSON.stringify({ events });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-files-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('reads a file; events in the order of their ids', () => {
  const path = join(folder, 'descending.json');
  writeFileSync(path, text(signaled('3'), signaled('2'), started('1')));
  const { events, unknown } = readHistoryFile(path);
  expect(events.map(({ event }) => event.eventId)).toEqual([1, 2, 3]);
  expect(unknown).toEqual([]);
  expect(JSON.parse(events[0]?.canonical ?? '')).toEqual(started('1'));
});

test('other ways of writing the same event give the same bytes', () => {
  const canonical = parseHistory(text(started('1')), 'a').events[0]?.canonical;
  const other = { ...started('1'), eventType: 'WorkflowExecutionStarted', links: [], workerMayIgnore: false };
  const time = { ...other, eventTime: { seconds: '1795466461', nanos: 1 } };
  expect(parseHistory(text(time), 'b').events[0]?.canonical).toBe(canonical);
});

test('what this version does not know stays in the event and is named', () => {
  const { events, unknown } = parseHistory(text({ ...started('1'), comet: { tail: [1] } }), 'a');
  expect(unknown).toEqual(['comet']);
  expect(JSON.parse(events[0]?.canonical ?? '')).toEqual({ ...started('1'), comet: { tail: [1] } });
});

test.each([
  ['not-a-history', 'orders.json is not JSON.', 'SELL'],
  ['not-a-history', 'orders.json is JSON, but holds no history.', 'null\n'],
  ['not-a-history', 'orders.json is JSON, but holds no history.', ' -1.5e3'],
  ['not-a-history', 'orders.json has no list of events: {"events":[…]} is expected.', '{}'],
  ['not-a-history', 'orders.json has an empty list of events.', '{"events":[]}'],
  ['history-invalid', 'orders.json: event number 2 of the file is no object.', '{"events":[{},5]}'],
  ['history-invalid', 'orders.json: event number 1 of the file: An event has no id.', '{"events":[{}]}'],
  ['history-invalid', 'orders.json: event 7: Event 7 has no eventTime.', '{"events":[{"eventId":"7"}]}'],
  [
    'history-invalid',
    "orders.json: event 2 is missing; a run's events are numbered from 1.",
    text(started('1'), signaled('3')),
  ],
  [
    'history-invalid',
    "orders.json: event 1 is there twice; a run's events are numbered from 1.",
    text(started('1'), started('1')),
  ],
])('%s: %s', (code, message, content) => {
  expect(() => parseHistory(content, 'orders.json')).toThrow(expect.objectContaining({ code, message }));
});

test('a file that cannot be read says why', () => {
  expect(() => readHistoryFile(join(folder, 'absent.json'))).toThrow(
    expect.objectContaining({
      code: 'not-a-history',
      message: expect.stringContaining('absent.json cannot be read'),
    }),
  );
});

test('any text is read or refused', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => `{"events":[${json}]}`),
      ),
      (content) => {
        try {
          parseHistory(content, 'any');
        } catch (error) {
          expect(error).toBeInstanceOf(TickscopeError);
        }
      },
    ),
    { numRuns: 500 },
  );
});

// Recordings of this repository; those kept beside a checkout are read as well where they are.
const FOLDERS = ['../../replay-fixtures/histories', '../../../shared/histories/dev'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);
const recordings = FOLDERS.filter((path) => existsSync(path)).flatMap((path) =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !name.endsWith('.meta.json'))
    .map((name) => join(path, name)),
);

describe.runIf(recordings.length > 0).each(recordings)('%s', (path) => {
  test('what is written is read as the same bytes', () => {
    const { events } = readHistoryFile(path);
    const written = `{"events":[${events.map(({ canonical }) => canonical).join(',\n')}]}`;
    expect(parseHistory(written, 'again').events).toEqual(events);
  });

  test('the SDK reads the same history from it', () => {
    const json = readHistoryFile(path).events.map(({ canonical }) => parseObject(canonical));
    const ours = HISTORY.encode(fromHistoryJson(json).message).finish();
    const theirs = HISTORY.encode(HISTORY.fromObject(historyFromJSON({ events: json }))).finish();
    expect(HISTORY.toObject(HISTORY.decode(ours))).toEqual(HISTORY.toObject(HISTORY.decode(theirs)));
  });
});

function parseObject(canonical: string): JsonObject {
  const json = JSON.parse(canonical);
  if (!isJsonObject(json)) throw new Error('no object');
  return json;
}
