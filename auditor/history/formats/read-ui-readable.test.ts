import { expect, test } from 'vitest';
import { toReadable } from '../_scripted/foreign-forms.ts';
import { parseHistory } from '../_scripted/parse-history.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';

test('also as a bare list, and where only one payload of many is in clear', () => {
  const events = sampleHistory();
  expect(parseHistory(JSON.stringify(toReadable(events)), 'a').format).toBe('ui-readable');
  const last = toReadable(events[7] ?? {});
  expect(parseHistory(JSON.stringify({ events: [...events.slice(0, 7), last] }), 'a').format).toBe(
    'ui-readable',
  );
});
