import { cite } from '../../base/cite.ts';
import type { Adapter, Carry, TickConclusion, TickSpan } from '../../model/adapter.ts';
import type { Frameworks } from '../../model/model-call.ts';
import type { Run } from '../../model/run.ts';
import { abridgeNodes } from '../abridge.ts';
import { rememberWaiting } from '../waiting-stimuli.ts';
import { buildTurnTree } from './build-turn-tree.ts';
import { readTurn } from './read-turn.ts';
import { toTurnAnswer, toWakingWords } from './turn-answer.ts';
import { createTurnCutter } from './turn-cutter.ts';
import { toTurnOutcome } from './turn-outcome.ts';

/** Name and version, as ticks are stored under it. */
const AGENT_TURN = 'agent-turn/1';

/** Any workflow in which a framework calls models: one tick per turn of the agent. */
export function createAgentTurnAdapter(frameworks: Pick<Frameworks, 'readCall'>): Adapter {
  return {
    name: AGENT_TURN,
    level: 'agent-turn',
    createCutter: () => createTurnCutter(frameworks),
    conclude: concludeTurn,
    tell: (span, run, carry) => {
      const turn = readTurn(span, run, carry);
      return { tree: abridgeNodes(buildTurnTree(turn)), answer: toTurnAnswer(turn) };
    },
  };
}

function concludeTurn(span: TickSpan, run: Run, carry: Carry | undefined): TickConclusion {
  const turn = readTurn(span, run, carry);
  const lastCall = span.modelCalls.at(-1)?.activity.scheduled.eventId ?? Number.POSITIVE_INFINITY;
  // Whatever came after the last call was made can only be answered by a call of the next turn.
  const left = turn.meanwhile.filter(({ eventId }) => eventId > lastCall);
  return {
    ...toTurnOutcome(turn),
    interrupted: span.interruptions.length > 0,
    ...rememberWaiting(
      carry,
      left.map((event) => ({ text: toWakingWords(event, turn.nameOf), citation: cite(run.runId, event) })),
    ),
  };
}
