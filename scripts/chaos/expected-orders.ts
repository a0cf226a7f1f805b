import { z } from 'zod';
import { approvalRecordSchema } from '../../agent/contract/approval.ts';
import { guardrailInputSchema, guardrailVerdictSchema } from '../../agent/contract/guardrail.ts';
import { ACTIVITIES, MEMO, toClOrdId } from '../../agent/contract/names.ts';
import type { DecodedEvent } from '../../auditor/model/history-event.ts';

/** What the histories of a chain say about orders. */
interface OrderFacts {
  /** Keys of the orders that the guardrail allowed, or a person approved. */
  readonly expected: ReadonlySet<string>;
  /** Intents that reached the guardrail. */
  readonly intentCount: number;
  readonly approvalCount: number;
  /** Activities that needed more than one attempt. */
  readonly retriedCount: number;
}

const scheduledSchema = z.looseObject({
  activityType: z.looseObject({ name: z.string() }),
  input: z.array(z.unknown()),
});
const startedSchema = z.looseObject({ attempt: z.int().default(1) });
const completedSchema = z.looseObject({ scheduledEventId: z.coerce.string(), result: z.array(z.unknown()) });
const memoSchema = z.looseObject({
  upsertedMemo: z.looseObject({ fields: z.record(z.string(), z.unknown()) }),
});

interface Checks {
  readonly verdicts: Map<string, 'allow' | 'ask' | 'block'>;
  readonly approved: Set<string>;
  readonly asked: Set<string>;
}

function isGuardrailCall(event: DecodedEvent): boolean {
  const scheduled = scheduledSchema.safeParse(event.attributes);
  return scheduled.success && scheduled.data.activityType.name === ACTIVITIES.checkTradeIntent;
}

function readVerdicts(events: readonly DecodedEvent[], { verdicts }: Checks): number {
  const calls = events.filter(
    (event) => event.eventType === 'ACTIVITY_TASK_SCHEDULED' && isGuardrailCall(event),
  );
  for (const call of calls) guardrailInputSchema.parse(scheduledSchema.parse(call.attributes).input[0]);
  const callIds = new Set(calls.map(({ eventId }) => String(eventId)));
  for (const event of events) {
    if (event.eventType !== 'ACTIVITY_TASK_COMPLETED') continue;
    const { scheduledEventId, result } = completedSchema.parse({ result: [], ...event.attributes });
    if (!callIds.has(scheduledEventId)) continue;
    const verdict = guardrailVerdictSchema.parse(result[0]);
    verdicts.set(verdict.tradeId, verdict.outcome);
  }
  return calls.length;
}

function readApprovals(events: readonly DecodedEvent[], { approved, asked }: Checks): void {
  for (const event of events) {
    if (event.eventType !== 'WORKFLOW_PROPERTIES_MODIFIED') continue;
    const record = memoSchema.parse(event.attributes).upsertedMemo.fields[MEMO.approval];
    if (record === undefined || record === null) continue;
    const { request, status } = approvalRecordSchema.parse(record);
    asked.add(request.tradeId);
    if (status === 'approved') approved.add(request.tradeId);
  }
}

/**
 * Reads from the histories which orders must exist, by verdicts and approvals alone: what was sent is not looked at.
 *
 * Shape: one list of events per run of the chain.
 */
export function readOrderFacts(workflowId: string, runs: readonly (readonly DecodedEvent[])[]): OrderFacts {
  const checks: Checks = { verdicts: new Map(), approved: new Set(), asked: new Set() };
  let intentCount = 0;
  let retriedCount = 0;
  for (const events of runs) {
    intentCount += readVerdicts(events, checks);
    readApprovals(events, checks);
    retriedCount += events.filter(
      ({ eventType, attributes }) =>
        eventType === 'ACTIVITY_TASK_STARTED' && startedSchema.parse(attributes).attempt > 1,
    ).length;
  }
  const trades = [...checks.verdicts].filter(
    ([tradeId, outcome]) => outcome === 'allow' || (outcome === 'ask' && checks.approved.has(tradeId)),
  );
  return {
    expected: new Set(trades.map(([tradeId]) => toClOrdId(workflowId, tradeId))),
    intentCount,
    approvalCount: checks.asked.size,
    retriedCount,
  };
}
