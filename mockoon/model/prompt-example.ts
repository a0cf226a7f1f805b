/** The values of a prompt, by name; a test changes some of them. */
const VALUES = {
  tick: '14',
  ticker: 'NVDA',
  as_of: '2026-01-20T21:00:00Z',
  price: '128.10',
  rsi14: '48.30',
  ema12: '130.22',
  ema26: '129.01',
  macd: '1.2100',
  macd_signal: '2.1000',
  macd_histogram: '-0.8900',
  sma20: '127.50',
  bollinger_upper: '140.00',
  bollinger_middle: '127.50',
  bollinger_lower: '115.00',
  sentiment: '0.05',
  headline: '"Chip demand steady"',
  position: '40',
  average_cost: '125.00',
  cash: '94876.00',
  strategy: 'macd-12-26-9',
  strategy_family: 'MACD',
  strategy_params: '{"fast":12,"signal":9,"slow":26}',
  max_notional: '50000.00',
  max_position_ratio: '0.25',
  objective: '"maximize Sharpe; max drawdown < 10%"',
};

/** A user message as the agent writes it. Source: prompt trade-prompt/1. */
export const toPromptExample = (changes: Partial<Record<keyof typeof VALUES, string>> = {}): string =>
  Object.entries({ ...VALUES, ...changes })
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
