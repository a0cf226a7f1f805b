import { proxyActivities } from '@temporalio/workflow';
import type { BacktestActivities } from '../activities/backtest/backtest-activities.ts';
import type { BrokerActivities } from '../activities/broker/broker-activities.ts';
import type { GuardrailActivities } from '../activities/guardrail/guardrail-activities.ts';
import type { MarketDataActivities } from '../activities/market-data/market-data-activities.ts';
import type { NewsActivities } from '../activities/news/news-activities.ts';

/** Three seconds without a sign of life: the worker is gone and the activity starts on another. */
export const HEARTBEAT_TIMEOUT = '3s';

const BACKOFF = { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '10s' } as const;

/** Nine retries last a minute: a tick that gets no data for so long is over. */
export const DATA_RETRY = { ...BACKOFF, maximumAttempts: 10 } as const;

const ONE_REQUEST = { startToCloseTimeout: '10s', heartbeatTimeout: HEARTBEAT_TIMEOUT } as const;

export const { getMarketSnapshot } = proxyActivities<MarketDataActivities>({
  ...ONE_REQUEST,
  retry: DATA_RETRY,
});

/** Without history there is nothing to do, so this one is tried for as long as it takes. */
export const { fetchHistoryBars } = proxyActivities<MarketDataActivities>({ ...ONE_REQUEST, retry: BACKOFF });

export const { getNewsSnapshot } = proxyActivities<NewsActivities>({ ...ONE_REQUEST, retry: DATA_RETRY });

/**
 * An order is tried until the broker answers or somebody halts: giving up would leave the account unknown.
 * Cancelling waits for the attempt under way, so that afterwards nothing of ours can still reach the broker.
 */
export const broker = proxyActivities<BrokerActivities>({
  ...ONE_REQUEST,
  cancellationType: 'WAIT_CANCELLATION_COMPLETED',
  retry: BACKOFF,
});

/** A policy that keeps failing ends the tick: without a verdict no order leaves. */
export const { checkTradeIntent } = proxyActivities<GuardrailActivities>({
  startToCloseTimeout: '5s',
  retry: { ...BACKOFF, maximumAttempts: 5 },
});

export const backtest = proxyActivities<BacktestActivities>({
  startToCloseTimeout: '60s',
  heartbeatTimeout: HEARTBEAT_TIMEOUT,
  retry: { ...BACKOFF, maximumAttempts: 3 },
});
