import { condition } from '@temporalio/workflow';
import { toTickTimerSummary } from '../contract/names.ts';
import type { AgentRun } from './agent-run.ts';

/** Waits for a tick's time, or for who cuts the wait short; then, while halted, for a person. */
export async function waitForTick({ input, memory }: AgentRun, tick: number): Promise<void> {
  const { state } = memory;
  state.tick = tick;
  state.phase = 'waiting';
  if (input.tickSeconds > 0) {
    const cutShort = () => memory.fastForward || state.stopping !== undefined;
    await condition(cutShort, input.tickSeconds * 1000, { summary: toTickTimerSummary(tick) });
  }
  memory.fastForward = false;
  if (state.halted === undefined || state.stopping !== undefined) return;
  state.phase = 'halted';
  await condition(() => state.halted === undefined || state.stopping !== undefined);
}
