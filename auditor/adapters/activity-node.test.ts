import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { type ActivityPlan, HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import { pairActivities } from '../decision-tree/activities.ts';
import { toActivityNode } from './activity-node.ts';

function pairOne(plan: ActivityPlan | 'pending') {
  const history = new HistoryWriter();
  if (plan === 'pending') history.schedule('x', 1);
  else history.activity('x', 1, plan);
  const [activity] = pairActivities(history.events.map(toDecodedEvent));
  if (!activity) throw new Error('no activity');
  return activity;
}

test('a completed activity shows the view’s outcome and its own events', () => {
  const node = toActivityNode('r', pairOne({ result: 1 }), { kind: 'order', outcome: 'done', tone: 'good' });
  expect(node).toMatchObject({
    id: 'r:1:order',
    kind: 'order',
    title: 'x',
    outcome: 'done',
    tone: 'good',
    attempt: 1,
  });
  expect(node.citations.map(({ eventId }) => eventId)).toEqual([1, 2, 3]);
});

test('failed, timed out and pending ones never show the outcome of a completed one', () => {
  const view = { outcome: 'done', tone: 'good' } as const;
  expect(toActivityNode('r', pairOne({ failure: { message: 'no' } }), view)).toMatchObject({
    outcome: 'failed: no',
    tone: 'bad',
  });
  expect(toActivityNode('r', pairOne({ timeoutType: 'TIMEOUT_TYPE_HEARTBEAT' }), view)).toMatchObject({
    outcome: 'timed out: activity timeout',
    tone: 'bad',
  });
  const pending = toActivityNode('r', pairOne('pending'), view);
  expect(pending).toMatchObject({ outcome: 'no outcome yet', tone: 'pending' });
  expect(pending).not.toHaveProperty('durationMs');
});

test('attempts and the last failure are facts', () => {
  const node = toActivityNode('r', pairOne({ attempt: 2, lastFailure: { message: '503' } }));
  expect(node.facts.map(({ name, value }) => [name, value])).toEqual([
    ['worker', 'host:worker:1'],
    ['attempts', 2],
    ['last attempt started after', '5 ms'],
    ['last failure', '503'],
  ]);
});
