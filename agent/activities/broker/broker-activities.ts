import { ApplicationFailure } from '@temporalio/common';
import type { ExecutionReport, FoundOrder, Order, OrderLookup } from '../../contract/trade.ts';
import { FAILURE_TYPES, type HttpClient } from '../http-client.ts';
import { keepAlive } from '../keep-alive.ts';
import { toPartyUrl } from '../party-url.ts';
import { brokerReportSchema } from './broker-report.ts';

export interface BrokerDependencies {
  readonly http: HttpClient;
  readonly baseUrl: string;
}

export type BrokerActivities = ReturnType<typeof createBrokerActivities>;

/**
 * Activities that ask the broker party.
 *
 * A request under way is never cut, not even when the activity is cancelled: its answer is the only proof of what happened.
 */
export function createBrokerActivities({ http, baseUrl }: BrokerDependencies) {
  return {
    placeOrder: (order: Order): Promise<ExecutionReport> =>
      keepAlive(async () => {
        const report = await http.requestJson({
          party: 'broker',
          method: 'POST',
          url: toPartyUrl(baseUrl, ['orders']),
          headers: { 'idempotency-key': order.clOrdId },
          body: order,
          schema: brokerReportSchema,
        });
        return checkSameOrder(report, order);
      }),

    findOrder: ({ clOrdId }: OrderLookup): Promise<FoundOrder> =>
      keepAlive(async () => {
        try {
          const url = toPartyUrl(baseUrl, ['orders', clOrdId]);
          return { report: await http.requestJson({ party: 'broker', url, schema: brokerReportSchema }) };
        } catch (error) {
          if (error instanceof ApplicationFailure && error.type === FAILURE_TYPES.notFound) return {};
          throw error;
        }
      }),
  };
}

/** A report of another order must never change this account. */
function checkSameOrder(report: ExecutionReport, order: Order): ExecutionReport {
  const same =
    report.clOrdId === order.clOrdId &&
    report.symbol === order.symbol &&
    report.side === order.side &&
    report.orderQty === order.orderQty;
  if (same) return report;
  throw ApplicationFailure.nonRetryable(
    `broker answered order ${order.clOrdId} with a report of another order (${report.clOrdId})`,
    FAILURE_TYPES.refused,
  );
}
