import { expect, test } from 'vitest';
import { parseHistory } from '../_scripted/parse-history.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';

const lines = (...events: readonly unknown[]) => events.map((event) => JSON.stringify(event)).join('\n');

test('lines, blank ones between them, and a history of one event', () => {
  const events = sampleHistory();
  expect(parseHistory(lines(...events).replaceAll('\n', '\r\n\r\n'), 'a')).toMatchObject({
    format: 'json-lines',
    eventCount: 8,
  });
  expect(parseHistory(lines(events[0]), 'a')).toMatchObject({ format: 'json-lines', eventCount: 1 });
});

test('lines of two runs are refused', () => {
  const text = lines(...sampleHistory('a'), ...sampleHistory('b'));
  expect(() => parseHistory(text, 'a.jsonl')).toThrow(
    'a.jsonl holds events of two runs, a and b. Give each run its own file.',
  );
});

test('a line that is cut off', () => {
  const text = lines(...sampleHistory()).slice(0, -10);
  expect(() => parseHistory(text, 'a.jsonl')).toThrow(/a.jsonl ends in the middle/);
});
