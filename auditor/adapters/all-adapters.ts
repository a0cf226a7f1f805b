import type { DomainAdapter } from '../model/adapter.ts';
import type { Run } from '../model/run.ts';
import { genericAdapter } from './generic.ts';
import { tradingAdapter } from './trading/trading-adapter.ts';

/** The first that knows a run explains it; the last one knows every run. */
const ADAPTERS: readonly DomainAdapter[] = [tradingAdapter, genericAdapter];

/** Who cuts and explains this run. */
export function adapterFor(run: Run): DomainAdapter {
  return ADAPTERS.find((adapter) => adapter.knows(run)) ?? genericAdapter;
}
