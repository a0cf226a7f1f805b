import type { FunctionTool } from '@openai/agents-core';
import { activityAsTool } from '@temporalio/openai-agents/workflow';
import type { MarketDataActivities } from '../activities/market-data/market-data-activities.ts';
import { priceHistoryRequestSchema } from '../contract/market.ts';
import { ACTIVITIES } from '../contract/names.ts';
import { DATA_RETRY, HEARTBEAT_TIMEOUT } from './activity-proxies.ts';

/** The tool `getPriceHistory` for one tick: what the model may not ask for it is told, and nothing is read. */
export function createPriceHistoryTool(ticker: string, tick: number): FunctionTool {
  const tool = activityAsTool<MarketDataActivities['getPriceHistory']>(
    {
      name: ACTIVITIES.getPriceHistory,
      description: 'Closing prices in cents of the ticks before and including a tick, oldest first.',
      parameters: {
        type: 'object',
        properties: {
          symbol: { type: 'string', description: 'The ticker of this agent.' },
          tick: { type: 'integer', description: 'This tick or an earlier one.' },
          lookback: { type: 'integer', minimum: 1, maximum: 60, description: 'How many earlier ticks.' },
        },
        required: ['symbol', 'tick', 'lookback'],
        additionalProperties: false,
      },
    },
    { startToCloseTimeout: '10s', heartbeatTimeout: HEARTBEAT_TIMEOUT, retryPolicy: DATA_RETRY },
  );
  return {
    ...tool,
    invoke: async (context, args, details) =>
      findRefusal(args, ticker, tick) ?? tool.invoke(context, args, details),
  };
}

/** Absent when: the model may ask this. A later tick is the future, which no decision may know. */
function findRefusal(args: string, ticker: string, tick: number): string | undefined {
  const parsed = priceHistoryRequestSchema.safeParse(parseJson(args));
  if (!parsed.success) return 'refused: arguments must be {symbol, tick, lookback 1 to 60}';
  if (parsed.data.symbol !== ticker) return `refused: symbol must be ${ticker}`;
  if (parsed.data.tick < 1 || parsed.data.tick > tick) return `refused: tick must be 1 to ${tick}`;
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema check that follows says what is wrong.
    return undefined;
  }
}
