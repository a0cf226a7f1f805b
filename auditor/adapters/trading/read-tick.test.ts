import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  HistoryWriter,
  toPayload,
  toPayloads,
  toRunOf,
} from '../../decision-tree/_recorded/history-writer.ts';
import type { Json, JsonObject } from '../../model/history-event.ts';
import { tellTicks } from '../_recorded/tell-ticks.ts';
import { explainLast, findNode } from './_recorded/explain-history.ts';
import { TradingHistory } from './_recorded/trading-history.ts';
import { tradingAdapter } from './trading-adapter.ts';

test('a payload that does not fit the contract is left out and shown as such, never guessed', () => {
  const market = { result: { priceCents: 'a lot' } };
  const node = findNode(new TradingHistory().waitForTick().observe({ market }), 'context');
  expect(node?.children[0]).toMatchObject({
    title: 'market',
    outcome: 'answered something that is no market snapshot',
    tone: 'warn',
    facts: [{ name: 'worker' }],
  });
});

test('the intent that the guardrail was given counts, not what a later call says', () => {
  const history = new TradingHistory()
    .waitForTick()
    .observe()
    .intend()
    .check('allow')
    .intend({ quantity: 99 });
  expect(explainLast(history).outcome).toBe('ordering');
  expect(findNode(history, 'guardrail')).toBeDefined();
});

const TYPES = [
  ...['WORKFLOW_EXECUTION_STARTED', 'WORKFLOW_EXECUTION_SIGNALED', 'WORKFLOW_PROPERTIES_MODIFIED'],
  ...['ACTIVITY_TASK_SCHEDULED', 'ACTIVITY_TASK_STARTED', 'ACTIVITY_TASK_COMPLETED', 'ACTIVITY_TASK_FAILED'],
  ...['ACTIVITY_TASK_TIMED_OUT', 'TIMER_STARTED', 'TIMER_FIRED', 'WORKFLOW_TASK_SCHEDULED'],
  ...['WORKFLOW_TASK_STARTED', 'WORKFLOW_TASK_COMPLETED', 'WORKFLOW_TASK_FAILED', 'UNKNOWN_77'],
  ...['START_CHILD_WORKFLOW_EXECUTION_INITIATED', 'CHILD_WORKFLOW_EXECUTION_COMPLETED'],
  ...['WORKFLOW_EXECUTION_COMPLETED', 'WORKFLOW_EXECUTION_TERMINATED'],
];
const NAMES = [
  ...['getMarketSnapshot', 'getNewsSnapshot', 'invokeModelActivity', 'checkTradeIntent', 'placeOrder'],
  ...['findOrder', 'fetchHistoryBars', 'approveTrade', 'rejectTrade', 'injectNews', 'halt', 'resume', 'stop'],
];

const hostileAttributes = fc
  .record({
    name: fc.constantFrom(...NAMES),
    value: fc.jsonValue({ maxDepth: 3 }),
    id: fc.integer({ min: 0, max: 12 }),
    odd: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
  })
  .map(({ name, value, id, odd }): JsonObject => {
    const json: Json = JSON.parse(JSON.stringify(value));
    const more: JsonObject = JSON.parse(JSON.stringify(odd));
    const request = { modelName: json, request: more, carried: json, tick: id, strategy: json };
    return {
      ...{ activityType: { name }, signalName: name, workflowId: name, scheduledEventId: String(id) },
      ...{ startedEventId: String(id), initiatedEventId: String(id), identity: name, attempt: id },
      ...{ input: toPayloads(request, json), result: toPayloads(json), lastFailure: json, failure: json },
      upsertedMemo: {
        fields: { approval: toPayload(json), tickNote: toPayload(json), strategy: toPayload(json) },
      },
      ...more,
    };
  });

test('any content of any event gives ticks and never throws', () => {
  const events = fc.array(fc.tuple(fc.constantFrom(...TYPES), hostileAttributes), { maxLength: 12 });
  fc.assert(
    fc.property(events, (list) => {
      const history = new HistoryWriter();
      for (const [eventType, attributes] of list) history.add(eventType, attributes, 'tick 3');
      const run = toRunOf('selfEvolvingStockAgent', history.events);
      const ticks = tellTicks({ run, adapter: tradingAdapter, events: history.events });
      expect(ticks.length > 0).toBe(list.length > 0);
      expect(
        ticks.every(({ tick }) => tick.answer.headline.every(({ citations }) => citations.length > 0)),
      ).toBe(true);
    }),
    { numRuns: 200 },
  );
});
