import { upsertMemo, workflowInfo } from '@temporalio/workflow';
import { MEMO } from '../contract/names.ts';
import type { Strategy } from '../contract/strategy.ts';
import type { AgentRun } from './agent-run.ts';
import { runTick } from './run-tick.ts';
import type { TickEnd } from './tick-end.ts';
import { waitForTick } from './wait-for-tick.ts';

/** Recent intents kept for the state view. */
const MAX_RECENT = 20;

/** Phase 2: tick after tick until stopped, done, or long enough that the next run should take over. */
export async function trade(run: AgentRun, strategy: Strategy): Promise<'finished' | 'continue-as-new'> {
  const { input, memory } = run;
  for (let ticksOfRun = 0; !isFinished(run); ticksOfRun += 1) {
    if (ticksOfRun >= input.ticksPerRun || workflowInfo().continueAsNewSuggested) return 'continue-as-new';
    const tick = memory.state.tick + 1;
    await waitForTick(run, tick);
    if (memory.state.stopping !== undefined) break;
    recordEnd(run, tick, await runTick(run, strategy, tick));
  }
  return 'finished';
}

function isFinished({ input, memory }: AgentRun): boolean {
  const { stopping, tick } = memory.state;
  return stopping !== undefined || (input.maxTicks !== undefined && tick >= input.maxTicks);
}

function recordEnd({ memory }: AgentRun, tick: number, end: TickEnd): void {
  const { note, ...recent } = end;
  const { state } = memory;
  state.recentIntents = [...state.recentIntents, { tick, ...recent }].slice(-MAX_RECENT);
  if (note !== undefined) upsertMemo({ [MEMO.tickNote]: { tick, ...note } });
}
