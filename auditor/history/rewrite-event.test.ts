import { expect, test } from 'vitest';
import type { JsonObject } from '../model/history-event.ts';
import { type Feature, rewriteEvent } from './rewrite-event.ts';

function rewrite(event: JsonObject, payloads: 'as-stored' | 'as-values' = 'as-stored') {
  const features = new Set<Feature>();
  return { json: rewriteEvent(event, { payloads, features }), features: [...features] };
}

test.each<[JsonObject, JsonObject, readonly Feature[]]>([
  [{ event_id: '1' }, { eventId: '1' }, ['snake-case keys']],
  [
    { Attributes: { TimerFiredEventAttributes: { timer_id: 'a' } } },
    { timerFiredEventAttributes: { timerId: 'a' } },
    ['wrapped oneofs', 'snake-case keys'],
  ],
  [{ eventTime: { seconds: { low: 5, high: 0 } } }, { eventTime: { seconds: '5' } }, ['objects for scalars']],
  [{ taskId: { low: -1, high: -1, unsigned: false } }, { taskId: '-1' }, ['objects for scalars']],
  [
    { workflowExecutionStartedEventAttributes: { taskQueue: 'desk' } },
    { workflowExecutionStartedEventAttributes: { taskQueue: { name: 'desk' } } },
    ['bare names'],
  ],
  [{ userMetadata: { summary: { data: 'aGk=' } } }, { userMetadata: { summary: { data: 'aGk=' } } }, []],
  [
    { comet: { event_id: 1 }, links: 5, userMetadata: null },
    { comet: { event_id: 1 }, links: 5, userMetadata: null },
    [],
  ],
])('%j', (event, expected, features) => {
  expect(rewrite(event)).toEqual({ json: expected, features });
});

test('a payload of data alone is a value where values are shown', () => {
  const { json } = rewrite({ userMetadata: { summary: { data: 'aGk=' } } }, 'as-values');
  expect(json).toEqual({
    userMetadata: { summary: { metadata: { encoding: btoa('json/plain') }, data: btoa('{"data":"aGk="}') } },
  });
});

test('nesting without end is refused, a key __proto__ is a key', () => {
  const cause = JSON.parse(`${'{"cause":'.repeat(5_000)}{}${'}'.repeat(5_000)}`);
  expect(() => rewrite({ activityTaskFailedEventAttributes: { failure: cause } })).toThrow(/nested deeper/);
  const fields = JSON.parse('{"__proto__":{"data":""}}');
  expect(
    JSON.stringify(rewrite({ workflowExecutionStartedEventAttributes: { memo: { fields } } }).json),
  ).toContain('"__proto__"');
});
