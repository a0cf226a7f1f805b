import type { ExecutionReport } from '../../agent/contract/trade.ts';

/** What stands at the broker against what the histories demand. */
export interface OrderComparison {
  /** Expected and not at the broker. */
  readonly lost: readonly string[];
  /** At the broker more often than once, by key. */
  readonly duplicated: readonly string[];
  /** At the broker, and no history demands it. */
  readonly unexpected: readonly string[];
  /** Shares held according to the broker's fills. */
  readonly positionQty: number;
}

/** Compares by the order's key. */
export function compareOrders(
  expected: ReadonlySet<string>,
  reports: readonly Pick<ExecutionReport, 'clOrdId' | 'side' | 'cumQty'>[],
): OrderComparison {
  const seen = new Set<string>();
  const duplicated = new Set<string>();
  for (const { clOrdId } of reports) {
    if (seen.has(clOrdId)) duplicated.add(clOrdId);
    seen.add(clOrdId);
  }
  return {
    lost: [...expected].filter((key) => !seen.has(key)),
    duplicated: [...duplicated],
    unexpected: [...seen].filter((key) => !expected.has(key)),
    positionQty: reports.reduce((sum, { side, cumQty }) => sum + (side === 'BUY' ? cumQty : -cumQty), 0),
  };
}
