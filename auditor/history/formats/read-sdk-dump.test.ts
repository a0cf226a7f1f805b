import { expect, test } from 'vitest';
import { parseHistory } from '../_scripted/parse-history.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';

test('bytes as an object of numbers, and a 64-bit integer beyond 2^53 in two halves', () => {
  const [first, ...rest] = sampleHistory();
  const input = { payloads: [{ metadata: { encoding: btoa('json/plain') }, data: { '0': 34, '1': 34 } }] };
  const taskId = { low: 1, high: 0x200000, unsigned: false };
  const event = { ...first, taskId, workflowExecutionStartedEventAttributes: { input } };
  const { events, format } = parseHistory(JSON.stringify({ events: [event, ...rest] }), 'a');
  expect(format).toBe('sdk-dump');
  expect(events[0]?.canonical).toContain(`"taskId":"${2n ** 53n + 1n}"`);
  expect(events[0]?.canonical).toContain(`"data":"${btoa('""')}"`);
});
