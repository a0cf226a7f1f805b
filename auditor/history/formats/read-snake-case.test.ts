import { expect, test } from 'vitest';
import { toSnakeCase } from '../_scripted/foreign-forms.ts';
import { parseHistory } from '../_scripted/parse-history.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';

test('also as a bare list; a key that no descriptor knows stays as it is', () => {
  const [first, ...rest] = sampleHistory();
  const events = toSnakeCase([{ ...first, comet_tail: 1 }, ...rest]);
  expect(parseHistory(JSON.stringify(events), 'a')).toMatchObject({
    format: 'snake-case',
    unknown: ['comet_tail'],
  });
});
