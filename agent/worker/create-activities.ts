import { createProcessRunner } from '../../sandbox/run-in-process.ts';
import { createBacktestActivities } from '../activities/backtest/backtest-activities.ts';
import { createBrokerActivities } from '../activities/broker/broker-activities.ts';
import { createGuardrailActivities } from '../activities/guardrail/guardrail-activities.ts';
import { createHttpClient } from '../activities/http-client.ts';
import { createMarketDataActivities } from '../activities/market-data/market-data-activities.ts';
import { createNewsActivities } from '../activities/news/news-activities.ts';
import type { WorkerSettings } from './read-settings.ts';

export type AgentActivities = ReturnType<typeof createActivities>;

/** Every activity with its real party. */
export function createActivities(settings: Pick<WorkerSettings, 'marketUrl' | 'newsUrl' | 'brokerUrl'>) {
  const http = createHttpClient();
  return {
    ...createMarketDataActivities({ http, baseUrl: settings.marketUrl }),
    ...createNewsActivities({ http, baseUrl: settings.newsUrl }),
    ...createBrokerActivities({ http, baseUrl: settings.brokerUrl }),
    ...createGuardrailActivities(),
    ...createBacktestActivities({ runner: createProcessRunner() }),
  };
}
