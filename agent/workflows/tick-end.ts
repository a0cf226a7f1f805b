import type { TickNote, TickOutcome } from '../contract/agent-state.ts';
import type { TradeIntent } from '../contract/trade.ts';
import { TickFailure } from './tick-failure.ts';

/** How a tick ended. */
export interface TickEnd {
  readonly outcome: TickOutcome;
  /** Absent when: the tick ended before the model gave a valid one. */
  readonly intent?: TradeIntent;
  /** Absent when: the tick's other events say why it ended so. */
  readonly note?: Pick<TickNote, 'outcome' | 'cause' | 'detail'>;
}

/** A failure inside a tick is one way for it to end, never the end of the workflow. */
export async function catchTickFailure(work: () => Promise<TickEnd>): Promise<TickEnd> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TickFailure)) throw error;
    return { outcome: 'failed', note: { outcome: 'failed', cause: error.reason, detail: error.message } };
  }
}
