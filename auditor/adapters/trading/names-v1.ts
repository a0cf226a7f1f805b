/** Names by which the trading agent is known in recordings of its contract, version 1. Frozen. */
export const AGENT_WORKFLOW = 'selfEvolvingStockAgent';

export const ACTIVITY = {
  bars: 'fetchHistoryBars',
  market: 'getMarketSnapshot',
  news: 'getNewsSnapshot',
  check: 'checkTradeIntent',
  placeOrder: 'placeOrder',
  findOrder: 'findOrder',
} as const;

export const MEMO = {
  strategy: 'strategy',
  approval: 'approval',
  tickNote: 'tickNote',
  refusedAnswer: 'refusedAnswer',
} as const;

/** Summary of the timer that waits for a tick. */
export const TICK_TIMER = /^tick (\d{1,9})$/;

/** Summary of the timer that ends the wait for an approval. */
export const APPROVAL_TIMER = /^approval /;
