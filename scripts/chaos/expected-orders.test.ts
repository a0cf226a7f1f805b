import { expect, test } from 'vitest';
import type { DecodedEvent, JsonObject } from '../../auditor/model/history-event.ts';
import { readOrderFacts } from './expected-orders.ts';

let nextId = 1;
function toEvent(eventType: string, attributes: JsonObject): DecodedEvent {
  const eventId = nextId++;
  const eventTime = '2026-01-02T00:00:00Z';
  return { eventId, eventType, eventTime, timeMicros: 0, attributesKey: 'x', attributes };
}

const input = (tradeId: string, tick: number): JsonObject => ({
  tradeId,
  tick,
  policyVersion: 'p',
  intent: { ticker: 'NVDA', action: 'BUY', quantity: 10, rationale: 'r' },
  priceCents: 100,
  headlines: [],
  sentimentScore: 0,
  account: { cashCents: 1, positionQty: 0, avgCostCents: 0, realizedPnlCents: 0 },
  dailyNotionalCents: 0,
  tradingDate: '2026-01-02',
  limits: {
    maxNotionalPerTradeCents: 1,
    maxDailyNotionalCents: 1,
    maxPositionRatio: 0.5,
    approvalThresholdCents: 1,
  },
});

function check(tick: number, outcome: string): DecodedEvent[] {
  const tradeId = `w-t${tick}`;
  const scheduled = toEvent('ACTIVITY_TASK_SCHEDULED', {
    activityType: { name: 'checkTradeIntent' },
    input: [input(tradeId, tick)],
  });
  const result = [{ tradeId, policyVersion: 'p', outcome, notionalCents: 1, rules: [] }];
  return [
    scheduled,
    toEvent('ACTIVITY_TASK_STARTED', { attempt: tick }),
    toEvent('ACTIVITY_TASK_COMPLETED', { scheduledEventId: String(scheduled.eventId), result }),
  ];
}

function answer(tick: number, status: string): DecodedEvent {
  const tradeId = `w-t${tick}`;
  const order = {
    ...{ clOrdId: `w:${tradeId}`, tradeId, account: 'w', symbol: 'NVDA', side: 'BUY' },
    ...{ orderQty: 10, priceCents: 100 },
  };
  const context = {
    ...{ priceCents: 100, asOf: 'x', notionalCents: 1000, sentimentScore: 0, headlines: [], rationale: '' },
    ...{ askedBy: [], positionQty: 0, cashCents: 1 },
  };
  const request = {
    ...{ tradeId, tick, order, context, policyVersion: 'p' },
    ...{ requestedAt: 'x', expiresAt: 'y', orderHash: 'h' },
  };
  return toEvent('WORKFLOW_PROPERTIES_MODIFIED', {
    upsertedMemo: { fields: { approval: { request, status, refused: [] } } },
  });
}

test('allowed and approved intents must lead to orders; blocked, rejected and unanswered ones must not', () => {
  const first = [
    ...check(1, 'allow'),
    ...check(2, 'block'),
    ...check(3, 'ask'),
    answer(3, 'pending'),
    answer(3, 'approved'),
  ];
  const second = [...check(4, 'ask'), answer(4, 'rejected'), ...check(5, 'ask'), answer(5, 'pending')];
  const facts = readOrderFacts('w', [first, second]);
  expect([...facts.expected]).toEqual(['w:w-t1', 'w:w-t3']);
  expect(facts).toMatchObject({ intentCount: 5, approvalCount: 3, retriedCount: 4 });
});

test('an intent whose check never ended demands nothing', () => {
  const [scheduled] = check(1, 'allow');
  expect(readOrderFacts('w', [scheduled ? [scheduled] : []]).expected.size).toBe(0);
});
