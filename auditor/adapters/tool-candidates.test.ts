import { expect, test } from 'vitest';
import { toDecodedEvent } from '../base/decode-event.ts';
import { HistoryWriter } from '../decision-tree/_recorded/history-writer.ts';
import { pairActivities } from '../decision-tree/activities.ts';
import type { ToolCall } from '../model/model-call.ts';
import { ToolCandidates } from './tool-candidates.ts';

function take(
  history: HistoryWriter,
  asked: readonly [id: string, name: string, args: object][],
  callIds: Record<number, string> = {},
) {
  const activities = pairActivities(history.events.map(toDecodedEvent));
  const toolRuns = activities.flatMap((activity) => {
    const callId = callIds[activity.scheduled.eventId];
    return callId === undefined
      ? []
      : [{ framework: 'f', activity, toolName: activity.activityType, callId }];
  });
  const place = { event: toDecodedEvent(history.events[0] ?? expect.fail()), path: [] };
  const calls = asked.map(
    ([id, name, args]): ToolCall => ({ id, name, arguments: JSON.parse(JSON.stringify(args)), place }),
  );
  const found = new ToolCandidates(activities, toolRuns).take(calls, { from: 0, to: 1_000 });
  return calls.map((call) => found.get(call)?.scheduled.eventId);
}

test('by call id first, whatever the arguments; then by arguments; then in order where counts fit', () => {
  const history = new HistoryWriter();
  const [first, second] = [history.schedule('look', { a: 1 }), history.schedule('look', { a: 2 })];
  expect(
    take(history, [
      ['x', 'look', { a: 1 }],
      ['y', 'look', { a: 2 }],
    ]),
  ).toEqual([first, second]);
  expect(
    take(
      history,
      [
        ['x', 'look', { a: 1 }],
        ['y', 'look', { a: 1 }],
      ],
      { [first]: 'y', [second]: 'x' },
    ),
  ).toEqual([second, first]);
  const changed = new HistoryWriter();
  const only = changed.schedule('look', { wrapped: { a: 1 } });
  expect(take(changed, [['x', 'look', { a: 1 }]])).toEqual([only]);
});

test('arguments that contradict each other do not go together, nor do other names', () => {
  const history = new HistoryWriter();
  history.schedule('look', { a: 2 });
  expect(take(history, [['x', 'look', { a: 1 }]])).toEqual([undefined]);
  expect(take(history, [['x', 'listen', { a: 2 }]])).toEqual([undefined]);
});
