import { expect, test } from 'vitest';
import type { JsonObject } from '../model/history-event.ts';
import { toDecodedEvent } from './decode-event.ts';
import { toMarkerSubject } from './marker-subject.ts';

const read = (markerName: string, details: JsonObject = {}) =>
  toMarkerSubject(
    toDecodedEvent({
      ...{ eventId: 9, eventType: 'MARKER_RECORDED', eventTime: '2026-01-01T00:00:00Z', timeMicros: 0 },
      attributes: { markerName, details },
    }),
  );

test.each([
  ['core_patch', { 'patch-data': [{ id: 'v2', deprecated: false }] }, 'code-path v2'],
  ['Version', { 'change-id': ['v2'], version: [3] }, 'code-path v2 3'],
  ['Version', { changeId: ['v2'], version: [3] }, 'code-path v2 3'],
  ['core_local_activity', { data: [{ activity_type: 'price', attempt: 2 }] }, 'local-activity price'],
  ['LocalActivity', { data: [{ ActivityType: 'price', Attempt: 1 }] }, 'local-activity price'],
  ['LocalActivity', { type: ['price'] }, 'local-activity price'],
  ['SideEffect', { 'side-effect-id': [7] }, 'side-effect 7'],
  ['MutableSideEffect', {}, 'side-effect MutableSideEffect'],
  ['mine', {}, 'other mine'],
  ['core_patch', { 'patch-data': [4] }, 'code-path unnamed'],
])('%s %o: %s', (markerName, details, words) => {
  const { purpose, name, version } = read(markerName, details);
  expect([purpose, name, version].filter((part) => part !== undefined).join(' ')).toBe(words);
});

test('the attempt of a local activity is kept', () => {
  expect(read('core_local_activity', { data: [{ activity_type: 'price', attempt: 2 }] }).attempt).toBe(2);
});
