import { CancellationScope } from '@temporalio/workflow';
import type { TickOutcome } from '../contract/agent-state.ts';
import type { ExecutionReport, Order } from '../contract/trade.ts';
import { applyFill } from '../policy/apply-fill.ts';
import { broker } from './activity-proxies.ts';
import { type AgentRun, isInterrupted } from './agent-run.ts';
import { untilInterrupted } from './interruptible.ts';
import { orFailTick } from './tick-failure.ts';

/**
 * Sends an order, unless halted or stopping, and books what the broker did.
 *
 * A halt while the broker is being retried withdraws the order; then the broker is asked whether it had arrived after all.
 * Absent when: the order did not leave.
 */
export async function sendOrder({ memory }: AgentRun, order: Order): Promise<TickOutcome | undefined> {
  const interrupted = () => isInterrupted(memory);
  if (interrupted()) return undefined;
  memory.state.phase = 'ordering';
  const placed = await untilInterrupted(() => orFailTick('broker', broker.placeOrder(order)), interrupted);
  const report = placed.kind === 'done' ? placed.value : await findPlacedOrder(order);
  return report === undefined ? undefined : book({ memory }, report);
}

/** Outside any cancellation: the account is wrong until this is known. */
function findPlacedOrder({ clOrdId }: Order): Promise<ExecutionReport | undefined> {
  return CancellationScope.nonCancellable(async () => {
    const { report } = await orFailTick('broker', broker.findOrder({ clOrdId }));
    return report;
  });
}

function book({ memory }: Pick<AgentRun, 'memory'>, report: ExecutionReport): TickOutcome {
  const { state } = memory;
  state.account = applyFill(state.account, report);
  if (report.ordStatus !== 'FILLED') return 'order-rejected';
  state.dailyNotionalCents += report.lastQty * report.lastPxCents;
  state.orderCount += 1;
  return 'filled';
}
