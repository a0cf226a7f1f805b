import { expect, test } from 'vitest';
import { parseHistory } from '../_scripted/parse-history.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';

test('a value in the place of one payload alone', () => {
  const [first, ...rest] = sampleHistory();
  const events = [{ ...first, userMetadata: { summary: 'tick 14' } }, ...rest];
  const read = parseHistory(JSON.stringify({ events }), 'a');
  expect(read).toMatchObject({ format: 'shorthand', viewOnly: expect.stringContaining('shorthand') });
  expect(read.events[0]?.event.summary).toBe('tick 14');
});
