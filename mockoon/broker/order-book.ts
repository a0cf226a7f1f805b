import type { EntryFile } from './entry-file.ts';
import type { Entry, Order, Report } from './order.ts';

type Placed =
  | { readonly kind: 'new'; readonly report: Report }
  | { readonly kind: 'known'; readonly report: Report }
  /** The key was used for another order. */
  | { readonly kind: 'conflict' };

/** Orders and fills of all accounts. */
export interface OrderBook {
  readonly place: (order: Order) => Placed;
  /** Absent when: no order has that id. */
  readonly find: (clOrdId: string) => Report | undefined;
  /** Order: as they came in. */
  readonly listByAccount: (account: string) => readonly Report[];
}

/** Takes up what the file holds. Everything is synchronous: no second request can come between the look-up of a key and its fill. */
export function createOrderBook(file: Pick<EntryFile, 'entries' | 'append'>, now: () => Date): OrderBook {
  const entries = new Map<string, Entry>(file.entries.map((entry) => [entry.order.clOrdId, entry]));

  const place = (order: Order): Placed => {
    const known = entries.get(order.clOrdId);
    if (known !== undefined) {
      return isSameOrder(known.order, order) ? { kind: 'known', report: known.report } : { kind: 'conflict' };
    }
    const held = countShares(entries.values(), order);
    const report = toReport(order, { number: entries.size + 1, held, transactTime: now().toISOString() });
    file.append({ order, report });
    entries.set(order.clOrdId, { order, report });
    return { kind: 'new', report };
  };

  return {
    place,
    find: (clOrdId) => entries.get(clOrdId)?.report,
    listByAccount: (account) =>
      [...entries.values()].filter(({ order }) => order.account === account).map(({ report }) => report),
  };
}

// Both come out of the same schema, so that their keys stand in the same order.
const isSameOrder = (a: Order, b: Order): boolean => JSON.stringify(a) === JSON.stringify(b);

function countShares(entries: Iterable<Entry>, { account, symbol }: Order): number {
  let held = 0;
  for (const { order, report } of entries) {
    if (order.account !== account || order.symbol !== symbol) continue;
    held += order.side === 'BUY' ? report.cumQty : -report.cumQty;
  }
  return held;
}

interface Circumstances {
  readonly number: number;
  /** Shares of that symbol in that account. */
  readonly held: number;
  readonly transactTime: string;
}

/** A full fill at the order's price; only a sale of more than the account holds is refused. */
function toReport(order: Order, { number, held, transactTime }: Circumstances): Report {
  const { clOrdId, symbol, side, orderQty, priceCents } = order;
  const short = side === 'SELL' && orderQty > held;
  const id = String(number).padStart(6, '0');
  const names = { clOrdId, orderId: `order-${id}`, execId: `exec-${id}` };
  const terms = { symbol, side, orderQty };
  if (short) {
    const none = { lastQty: 0, lastPxCents: 0, cumQty: 0, leavesQty: 0, avgPxCents: 0 };
    const text = `The account holds ${held} ${symbol}; ${orderQty} cannot be sold.`;
    return { ...names, ordStatus: 'REJECTED', ...terms, ...none, transactTime, text };
  }
  const fill = {
    lastQty: orderQty,
    lastPxCents: priceCents,
    cumQty: orderQty,
    leavesQty: 0,
    avgPxCents: priceCents,
  };
  return { ...names, ordStatus: 'FILLED', ...terms, ...fill, transactTime };
}
