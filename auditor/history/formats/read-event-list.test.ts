import { expect, test } from 'vitest';
import { parseHistory } from '../_scripted/parse-history.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';

test('a list of anything else is no history', () => {
  expect(parseHistory(JSON.stringify(sampleHistory()), 'a').format).toBe('event-list');
  expect(() => parseHistory('[]', 'a.json')).toThrow('a.json has an empty list of events.');
  expect(() => parseHistory('[1,2]', 'a.json')).toThrow(/a.json has no list of events/);
});
