import { expect, test } from 'vitest';
import { toUiRaw } from '../_scripted/foreign-forms.ts';
import { parseHistory } from '../_scripted/parse-history.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';

const raw = JSON.stringify(toUiRaw(sampleHistory()));

test.each([
  ['as its last item', `${raw.slice(0, -1)},{"error":{"message":"shard moved"}}]`],
  ['after it', `${raw}{"error":{"message":"shard moved"}}`],
])('an error of the server %s is told', (_where, text) => {
  expect(parseHistory(text, 'a')).toMatchObject({
    format: 'ui-raw',
    eventCount: 8,
    notes: expect.arrayContaining(['the server ended it with an error: shard moved']),
  });
});
