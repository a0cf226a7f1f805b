import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HistoryWriter, toRunOf } from '../decision-tree/_recorded/history-writer.ts';
import type { Decision } from '../model/decision.ts';
import type { JsonObject } from '../model/history-event.ts';
import { deriveByPages } from './_recorded/derive-by-pages.ts';
import { tellTicks } from './_recorded/tell-ticks.ts';
import { createUnderstanding } from './all-adapters.ts';
import { EVENT_VERBS } from './event-verbs.ts';
import { genericAdapter } from './generic.ts';

const { adapterFor } = createUnderstanding();
const ADAPTERS = [
  genericAdapter,
  adapterFor({ workflowType: 'chat' }, { hasModelCalls: true }),
  adapterFor({ workflowType: 'selfEvolvingStockAgent' }, { hasModelCalls: true }),
];

const TYPES = [
  ...EVENT_VERBS.keys(),
  ...['SCHEDULED', 'STARTED', 'COMPLETED', 'FAILED', 'TIMED_OUT'].map((end) => `WORKFLOW_TASK_${end}`),
  ...['ACTIVITY_TASK_STARTED', 'MARKER_RECORDED', 'OF_THE_FUTURE'],
];
const NAMES = ['invokeModelActivity', 'getWeather', '__temporal_workflow_stream_publish', '__proto__', ''];

/** Attributes of any event, all of them at once: each event type reads its own. */
const attributesOf = fc.record({
  reference: fc.integer({ min: 0, max: 40 }),
  name: fc.constantFrom(...NAMES),
  ofTask: fc.boolean(),
  tools: fc.subarray(['getWeather', 'final_result']),
  waitMs: fc.constantFrom(0, 5, 5000, -50),
});
const step = fc.tuple(fc.constantFrom(...TYPES), attributesOf);
type Step = readonly [
  string,
  { reference: number; name: string; ofTask: boolean; tools: string[]; waitMs: number },
];

function write(steps: readonly Step[]): HistoryWriter {
  const history = new HistoryWriter();
  for (const [eventType, { reference, name, ofTask, tools, waitMs }] of steps) {
    const id = String(reference);
    const request: JsonObject = { modelName: 'm', request: { input: name, tools: [] } };
    const output = tools.map((tool) => ({
      type: 'function_call',
      callId: tool,
      name: tool,
      arguments: '{}',
    }));
    history.wait(waitMs).add(eventType, {
      ...{ scheduledEventId: id, startedEventId: id, initiatedEventId: id, acceptedEventId: id },
      ...(ofTask ? { workflowTaskCompletedEventId: id } : {}),
      ...{ activityType: { name }, signalName: name, markerName: name, workflowId: name, identity: name },
      acceptedRequest: { input: { name } },
      input: [request],
      result: [{ output }],
    });
  }
  return history;
}

const listIds = (nodes: readonly Decision[]): readonly string[] =>
  nodes.flatMap(({ id, children }) => [id, ...listIds(children)]);

test.each(ADAPTERS)('$name: every event of any history in one tick, page by page as at once', (adapter) => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
      (steps, pageLength) => {
        const { events } = write(steps);
        const run = toRunOf('chat', events);
        const told = tellTicks({ run, adapter, events });
        expect(told.flatMap(({ span }) => span.events.map(({ eventId }) => eventId))).toEqual(
          events.map(({ eventId }) => eventId),
        );
        expect(deriveByPages({ run, adapter, events, pageLength })).toEqual(told);
        for (const { tick } of told) {
          expect(tick.answer.headline.filter(({ citations }) => citations.length === 0)).toEqual([]);
          const ids = listIds(tick.tree);
          expect(new Set(ids).size).toBe(ids.length);
        }
      },
    ),
    { numRuns: 150 },
  );
});
