import { toUsdText } from '../../base/money-text.ts';
import type { Decision, Fact } from '../../model/decision.ts';
import { toActivityNode } from '../activity-node.ts';
import { toExcerpt } from '../excerpt.ts';
import type { LookupStep } from './read-steps.ts';
import type { TradingTick } from './read-tick.ts';
import { citeIn, type Recorded } from './recorded.ts';
import type { ExecutionReportV1, OrderV1 } from './schemas-v1.ts';
import { toOrderText } from './words.ts';

/** The order as sent, and what the broker reported. Absent when: none left. */
export function toOrderNode({ runId, order }: TradingTick): Decision | undefined {
  if (!order) return undefined;
  const { activity, input, result } = order;
  return toActivityNode(runId, activity, {
    kind: 'order',
    title: activity.activityType,
    outcome: result ? toReportOutcome(result.value) : 'answered something that is no execution report',
    tone: !result ? 'warn' : result.value.ordStatus === 'FILLED' ? 'good' : 'bad',
    facts: [...(input ? toOrderFacts(runId, input) : []), ...(result ? toReportFacts(runId, result) : [])],
  });
}

/** The question whether an order had arrived after all. Absent when: not asked. */
export function toLookupNode({ runId, lookup }: TradingTick): Decision | undefined {
  if (!lookup) return undefined;
  const found: LookupStep['result'] = lookup.result;
  return toActivityNode(runId, lookup.activity, {
    kind: 'order',
    title: lookup.activity.activityType,
    outcome: found ? `the broker had it: ${toReportOutcome(found.value)}` : 'the broker had no such order',
    facts: found ? toReportFacts(runId, found) : [],
  });
}

/** `FILLED 40 @ 128.10 USD` */
function toReportOutcome({ ordStatus, lastQty, lastPxCents }: ExecutionReportV1): string {
  return ordStatus === 'FILLED' ? `FILLED ${lastQty} @ ${toUsdText(lastPxCents)}` : ordStatus;
}

function toOrderFacts(runId: string, order: Recorded<OrderV1>): readonly Fact[] {
  return [
    { name: 'order', value: toOrderText(order.value), citation: citeIn(runId, order) },
    {
      name: 'quantity',
      value: order.value.orderQty,
      unit: 'shares',
      citation: citeIn(runId, order, 'orderQty'),
    },
    {
      name: 'limit price',
      value: order.value.priceCents,
      unit: 'cents',
      citation: citeIn(runId, order, 'priceCents'),
    },
    { name: 'idempotency key', value: order.value.clOrdId, citation: citeIn(runId, order, 'clOrdId') },
  ];
}

function toReportFacts(runId: string, report: Recorded<ExecutionReportV1>): readonly Fact[] {
  const { orderId, execId, lastQty, lastPxCents, transactTime, text } = report.value;
  const at = (key: string) => citeIn(runId, report, key);
  return [
    { name: 'order id', value: orderId, citation: at('orderId') },
    { name: 'execution id', value: execId, citation: at('execId') },
    { name: 'filled', value: lastQty, unit: 'shares', citation: at('lastQty') },
    { name: 'fill price', value: lastPxCents, unit: 'cents', citation: at('lastPxCents') },
    { name: 'transact time', value: transactTime, citation: at('transactTime') },
    ...(text === undefined
      ? []
      : [{ name: 'reason', value: toExcerpt(text, report.event.eventId), citation: at('text') }]),
  ];
}
