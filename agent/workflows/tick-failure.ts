import { ActivityFailure, isCancellation } from '@temporalio/workflow';
import { toFailureText } from './failure-text.ts';

/** Ends a tick without an order; the loop goes on. `reason` becomes the cause of the tick's note. */
export class TickFailure extends Error {
  readonly reason: string;
  constructor(reason: string, detail: string) {
    super(detail);
    this.name = 'TickFailure';
    this.reason = reason;
  }
}

/** Turns the failure of an activity into the failure of the tick; a cancellation stays one. */
export async function orFailTick<T>(reason: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    throw new TickFailure(reason, toFailureText(error));
  }
}
