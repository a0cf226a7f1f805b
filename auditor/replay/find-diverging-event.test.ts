import proto from '@temporalio/proto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDivergingEvent } from './find-diverging-event.ts';
import { decodeEvents } from './history-events.ts';

const { History } = proto.temporal.api.history.v1;

/** `d` is an event by which the workflow decided something, `o` an outcome. */
const history = (kinds: readonly ('d' | 'o')[]) =>
  decodeEvents(
    History.encode(
      History.fromObject({
        events: kinds.map((kind, index) =>
          kind === 'd'
            ? { eventId: index + 1, timerStartedEventAttributes: { workflowTaskCompletedEventId: 1 } }
            : { eventId: index + 1, timerFiredEventAttributes: { startedEventId: 1 } },
        ),
      }),
    ).finish(),
  );

test('finds the decision from which on every longer beginning diverges, in few replays', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('d' as const, 'o' as const), { maxLength: 300 }),
      fc.nat(),
      async (kinds, pick) => {
        const decisions = kinds.flatMap((kind, index) => (kind === 'd' ? [index + 1] : []));
        const diverging = decisions[pick % Math.max(decisions.length, 1)];
        let replays = 0;
        const found = await findDivergingEvent(history(kinds), async (eventCount) => {
          replays += 1;
          return diverging !== undefined && eventCount >= diverging;
        });
        expect(found).toBe(diverging);
        expect(replays).toBeLessThanOrEqual(9);
      },
    ),
  ));

test('nothing is claimed when no beginning diverges', async () => {
  expect(await findDivergingEvent(history(['d', 'o', 'd']), async () => false)).toBeUndefined();
});

test('nothing is claimed when a replay had no clear end', async () => {
  expect(await findDivergingEvent(history(['d', 'o', 'd']), async () => undefined)).toBeUndefined();
});
