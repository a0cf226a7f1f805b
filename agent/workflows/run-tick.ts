import type { Strategy } from '../contract/strategy.ts';
import { actOnIntent } from './act-on-intent.ts';
import type { AgentRun } from './agent-run.ts';
import { decide } from './decide.ts';
import { observe } from './observe.ts';
import { catchTickFailure, type TickEnd } from './tick-end.ts';

/** One tick from the quote to the fill. Throws: only when the workflow itself is cancelled. */
export function runTick(run: AgentRun, strategy: Strategy, tick: number): Promise<TickEnd> {
  return catchTickFailure(async () => {
    run.memory.state.phase = 'deciding';
    const observation = await observe(run, tick);
    const answer = await decide(run, strategy, observation);
    if (answer.kind === 'invalid') return toHeld(answer.error);
    const { intent } = answer;
    if (intent.action === 'HOLD') return { outcome: 'held', intent };
    const end = await catchTickFailure(() => actOnIntent(run, { intent, observation, tick }));
    return { ...end, intent };
  });
}

const toHeld = (detail: string): TickEnd => ({
  outcome: 'held',
  note: { outcome: 'held', cause: 'no-valid-intent', detail },
});
