import { expect, test } from 'vitest';
import { z } from 'zod';
import { toDecodedEvent } from '../../base/decode-event.ts';
import { HistoryWriter } from '../../decision-tree/_recorded/history-writer.ts';
import { pairActivities } from '../../decision-tree/activities.ts';
import { citeIn, readInput, readRecorded, readResult } from './recorded.ts';

const schema = z.looseObject({ cents: z.number() });

function pairOne(input: number | { cents: number }, result: { cents: number } | undefined) {
  const history = new HistoryWriter();
  history.activity('x', input, result ? { result } : { failure: { message: 'no' } });
  return pairActivities(history.events.map(toDecodedEvent))[0];
}

test('input and result are typed and cited down to a member', () => {
  const activity = pairOne({ cents: 1 }, { cents: 2 });
  const result = readResult(schema, activity);
  expect(readInput(schema, activity)?.value.cents).toBe(1);
  expect(result?.value.cents).toBe(2);
  expect(result && citeIn('r', result, 'cents').pointer).toBe(
    '/activityTaskCompletedEventAttributes/result/0/cents',
  );
});

test('what does not fit, failed or is not there gives nothing', () => {
  expect(readInput(schema, pairOne(7, { cents: 2 }))).toBeUndefined();
  expect(readResult(schema, pairOne(7, undefined))).toBeUndefined();
  expect(readResult(schema, undefined)).toBeUndefined();
  expect(readRecorded(schema, undefined, [])).toBeUndefined();
});
