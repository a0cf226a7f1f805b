import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import type { JsonObject } from '../model/history-event.ts';
import { HistoryWriter, toPayloads } from './_recorded/history-writer.ts';
import { toLocalActivity } from './local-activity.ts';

const data = toPayloads({ seq: 1, attempt: 2, activity_id: '7', activity_type: 'invokeModelActivity' });
const read = (attributes: JsonObject) =>
  toLocalActivity(toDecodedEvent(new HistoryWriter().add('MARKER_RECORDED', attributes)));

test('one event is all of it: its name, attempt and result; no input', () => {
  const details = { data, result: toPayloads({ text: 'hi' }) };
  expect(read({ markerName: 'core_local_activity', details })).toMatchObject({
    ...{ kind: 'local-activity', activityType: 'invokeModelActivity', activityId: '7', attempt: 2 },
    ...{ outcome: 'completed', input: [], result: [{ text: 'hi' }] },
  });
});

test('a failure is told; a marker of another kind is no activity', () => {
  const failed = read({ markerName: 'core_local_activity', details: { data }, failure: { message: 'boom' } });
  expect(failed).toMatchObject({ outcome: 'failed', failure: { message: 'boom' } });
  expect(failed).not.toHaveProperty('result');
  expect(
    read({ markerName: 'core_patch', details: { 'patch-data': toPayloads({ id: 'x' }) } }),
  ).toBeUndefined();
});
