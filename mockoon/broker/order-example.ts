import type { Order } from './order.ts';

/** An order for a test to change. */
export const toOrderExample = (changes: Partial<Order> = {}): Order => ({
  clOrdId: 'trader-1:trader-1-t3',
  tradeId: 'trader-1-t3',
  account: 'trader-1',
  symbol: 'NVDA',
  side: 'BUY',
  orderQty: 40,
  priceCents: 12_810,
  ...changes,
});
