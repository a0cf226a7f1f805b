import type { DomainAdapter } from '../../model/adapter.ts';
import { explain } from './explain.ts';
import { AGENT_WORKFLOW } from './names-v1.ts';
import { opensTick } from './opens-tick.ts';

/** The stock-trading agent: a tick is one look at the market and what followed from it. */
export const tradingAdapter: DomainAdapter = {
  name: 'trading/1',
  knows: (run) => run.workflowType === AGENT_WORKFLOW,
  opensTick: (event) => opensTick(event),
  explain,
};
