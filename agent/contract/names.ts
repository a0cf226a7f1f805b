/** Names by which the agent is known to Temporal. Source: docs of this contract; the auditor keeps its own copy per recorded schema. */

/** Workflow type of the trading agent. */
export const AGENT_WORKFLOW = 'selfEvolvingStockAgent';

/** Workflow type of one backtest, a child of the agent. */
export const BACKTEST_WORKFLOW = 'backtestSandbox';

/** Task queue of the agent's workflow and activities. */
export const AGENT_TASK_QUEUE = 'tickscope-agent';

/** Task queue of the backtests, apart so that eight of them never delay an order. */
export const BACKTEST_TASK_QUEUE = 'tickscope-backtest';

/** Version of every payload schema in this folder; written into the workflow input. */
export const CONTRACT_VERSION = 1;

/** Version of the agent's instructions; changes with every wording. */
export const PROMPT_VERSION = 'trade-prompt/1';

/** Version of the guardrail rules; part of what an approval's hash covers. */
export const POLICY_VERSION = 'trade-policy/1';

export const SIGNALS = {
  approveTrade: 'approveTrade',
  rejectTrade: 'rejectTrade',
  fastForwardTick: 'fastForwardTick',
  injectNews: 'injectNews',
  stop: 'stop',
  halt: 'halt',
  resume: 'resume',
} as const;

/** Query that answers with an `AgentState`. */
export const STATE_QUERY = 'getState';

/** Activity types, as they stand in the history. `getPriceHistory` is the tool offered to the model. */
export const ACTIVITIES = {
  fetchHistoryBars: 'fetchHistoryBars',
  getMarketSnapshot: 'getMarketSnapshot',
  getNewsSnapshot: 'getNewsSnapshot',
  getPriceHistory: 'getPriceHistory',
  checkTradeIntent: 'checkTradeIntent',
  placeOrder: 'placeOrder',
  findOrder: 'findOrder',
  runBacktest: 'runBacktest',
} as const;

/** Keys of the workflow memo: how the workflow puts what it asked and concluded into its own history (WORKFLOW_PROPERTIES_MODIFIED). */
export const MEMO = {
  /** `StrategySelection`: which strategy won the backtests. */
  strategy: 'strategy',
  /** `ApprovalRecord`: the approval asked last, its refused answers and its outcome. */
  approval: 'approval',
  /** `TickNote`: why the last tick of that kind ended without an order although nobody refused it. */
  tickNote: 'tickNote',
  /** `RefusedAnswer`: an answer that came while this run had asked for nothing. */
  refusedAnswer: 'refusedAnswer',
} as const;

/** Stable id of the trade that a tick may lead to. */
export const toTradeId = (workflowId: string, tick: number): string => `${workflowId}-t${tick}`;

/** Idempotency key of an order at the broker (FIX 11). */
export const toClOrdId = (workflowId: string, tradeId: string): string => `${workflowId}:${tradeId}`;

/** Summary of the timer that waits for a tick; the tick is named there even when nothing else of it is recorded. */
export const toTickTimerSummary = (tick: number): string => `tick ${tick}`;

/** Summary of the timer that ends the wait for an approval. */
export const toApprovalTimerSummary = (tradeId: string): string => `approval ${tradeId}`;

/** Workflow id of the backtest of one candidate. */
export const toBacktestId = (workflowId: string, strategyId: string): string =>
  `${workflowId}/backtest-${strategyId}`;
