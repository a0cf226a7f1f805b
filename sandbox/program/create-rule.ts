import type { JobStrategy } from '../protocol.ts';
import { createBollingerRule } from './bollinger-rule.ts';
import { createEmaCrossRule } from './ema-cross-rule.ts';
import { createMacdRule } from './macd-rule.ts';
import { createMeanReversionRule } from './mean-reversion-rule.ts';
import { createRsiRule } from './rsi-rule.ts';
import type { StrategyRule } from './stance.ts';

const FAMILIES: Readonly<
  Record<JobStrategy['family'], (params: Readonly<Record<string, number>>) => StrategyRule>
> = {
  RSI: createRsiRule,
  MACD: createMacdRule,
  EMA_CROSS: createEmaCrossRule,
  BOLLINGER: createBollingerRule,
  MEAN_REVERSION: createMeanReversionRule,
};

/** The rule of a strategy. Throws: Error when a parameter is missing or out of range. */
export const createRule = ({ family, params }: JobStrategy): StrategyRule => FAMILIES[family](params);
