import type { BookedOrder } from './read-broker-file.ts';

/** What stands at the broker against what the histories demand. */
interface OrderComparison {
  /** Keys expected and not at the broker. */
  readonly lost: readonly string[];
  /** Trades booked more often than once, under one key or under several, by trade id. */
  readonly duplicated: readonly string[];
  /** Keys at the broker that no history demands. */
  readonly unexpected: readonly string[];
  /** Shares held according to the broker's fills. */
  readonly positionQty: number;
}

/** Compares by the order's key, and counts by the trade that it belongs to. */
export function compareOrders(
  expected: ReadonlySet<string>,
  booked: readonly BookedOrder[],
): OrderComparison {
  const keys = new Set(booked.map(({ clOrdId }) => clOrdId));
  return {
    lost: [...expected].filter((key) => !keys.has(key)),
    duplicated: findRepeated(booked.map(({ tradeId }) => tradeId)),
    unexpected: [...keys].filter((key) => !expected.has(key)),
    positionQty: booked.reduce((sum, { side, cumQty }) => sum + (side === 'BUY' ? cumQty : -cumQty), 0),
  };
}

function findRepeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return [...repeated];
}
