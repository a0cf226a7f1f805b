import type { Adapter } from '../../model/adapter.ts';
import { concludeTick, tellTick } from './explain.ts';
import { opensTick } from './opens-tick.ts';

/** The stock-trading agent: a tick is one look at the market and what followed from it. */
export const tradingAdapter: Adapter = {
  name: 'trading/1',
  level: 'domain',
  // The agent's own numbers stand in single events: nothing has to be remembered between them.
  createCutter: () => ({ opensTick: (event) => opensTick(event), observe: () => undefined }),
  conclude: concludeTick,
  tell: tellTick,
};
