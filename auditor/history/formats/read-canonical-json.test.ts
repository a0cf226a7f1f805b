import { expect, test } from 'vitest';
import { parseHistory } from '../_scripted/parse-history.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';
import { parseHistories } from '../read-history-file.ts';

const EVENTS = sampleHistory();

test('several histories in one file, one per line, are several runs', () => {
  const text = [sampleHistory('a'), sampleHistory('b')]
    .map((events) => JSON.stringify({ events }))
    .join('\n');
  const read = parseHistories(Buffer.from(text), 'two.jsonl');
  expect(read.map(({ ids, format }) => [ids.runId, format])).toEqual([
    ['a', 'canonical-json'],
    ['b', 'canonical-json'],
  ]);
});

test('what an export says of a history that may only be viewed is read again', () => {
  const text = JSON.stringify({ viewOnly: 'shown as values', events: EVENTS });
  expect(parseHistory(text, 'a')).toMatchObject({ format: 'canonical-json', viewOnly: 'shown as values' });
});

test('a field of a newer server is kept by name; a text of an enum too, but then no replay', () => {
  const [first, ...rest] = EVENTS;
  const newer = parseHistory(JSON.stringify({ events: [{ ...first, comet: 1 }, ...rest] }), 'a');
  expect(newer).toMatchObject({ unknown: ['comet'] });
  expect(newer).not.toHaveProperty('viewOnly');
  const text = JSON.stringify({ events: EVENTS }).replace('RETRY_STATE_TIMEOUT', 'RETRY_STATE_COMET');
  const unknown = parseHistory(text, 'a');
  expect(unknown.events[6]?.canonical).toContain('"retryState":"RETRY_STATE_COMET"');
  expect(unknown.viewOnly).toContain('activityTaskTimedOutEventAttributes.retryState=RETRY_STATE_COMET');
});

test('a payload that is to be JSON and has no data is kept and may only be viewed', () => {
  const text = JSON.stringify({ events: EVENTS }).replace(`"data":"${btoa('"ok"')}"`, '"data":null');
  const read = parseHistory(text, 'a');
  expect(read.viewOnly).toBe(
    'workflowExecutionCompletedEventAttributes.result.payloads.0 is to be JSON and is empty',
  );
  const again = parseHistory(`{"events":[${read.events.map(({ canonical }) => canonical)}]}`, 'b');
  expect(again.viewOnly).toBe(read.viewOnly);
});

test('text that happens to be base64 is told from data by the encoding beside it', () => {
  // As base64, "binary/plain" and "done" are bytes: the SDK's own reader takes them for such.
  const readable = { metadata: { encoding: 'binary/plain' }, data: 'done' };
  const [first, ...rest] = EVENTS;
  const event = { ...first, workflowExecutionStartedEventAttributes: { input: { payloads: [readable] } } };
  const read = parseHistory(JSON.stringify({ events: [event, ...rest] }), 'a');
  expect(read).toMatchObject({ format: 'ui-readable', viewOnly: expect.any(String) });
  expect(read.events[0]?.canonical).toContain(`"data":"${btoa('done')}"`);
});
