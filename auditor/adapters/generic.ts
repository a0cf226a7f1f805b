import { cite } from '../base/cite.ts';
import type { Adapter, Carry, Cutter, TickConclusion, TickSpan, TickStory } from '../model/adapter.ts';
import type { Run } from '../model/run.ts';
import { abridgeNodes } from './abridge.ts';
import { toGenericAnswer } from './generic-answer.ts';
import { toGenericOutcome } from './generic-outcome.ts';
import { toRole } from './generic-roles.ts';
import { leavesItsStimuli, readGenericTick } from './generic-tick.ts';
import { buildGenericTree } from './generic-tree.ts';
import { toEventWords } from './generic-words.ts';
import { rememberWaiting } from './waiting-stimuli.ts';

/** Any workflow: one tick per workflow task, what woke it and what it decided. */
export const genericAdapter: Adapter = {
  name: 'generic/2',
  level: 'workflow-task',
  createCutter,
  conclude,
  tell,
};

const TASK_ENDS: ReadonlySet<string> = new Set([
  'WORKFLOW_TASK_COMPLETED',
  'WORKFLOW_TASK_FAILED',
  'WORKFLOW_TASK_TIMED_OUT',
]);

/** After a workflow task was answered, failed or timed out, the next thing that is not its own command begins the next tick. */
function createCutter(): Cutter {
  let taskEnded = false;
  return {
    opensTick: (event, { tick, carriedTick = 0 }) => {
      const opens = event.eventType === 'WORKFLOW_TASK_SCHEDULED' || toRole(event) === 'stimulus';
      if (tick !== undefined && !(taskEnded && opens)) return undefined;
      const next = (tick ?? carriedTick) + 1;
      return { tick: next, label: `workflow task ${next}` };
    },
    observe: ({ eventType }) => {
      taskEnded ||= TASK_ENDS.has(eventType);
    },
  };
}

function conclude(span: TickSpan, run: Run, carry: Carry | undefined): TickConclusion {
  const tick = readGenericTick(span, run, carry);
  const { waiting, woke, nameOf } = tick;
  const left = woke.map((event) => ({
    text: toEventWords(event, nameOf).text,
    citation: cite(run.runId, event),
  }));
  return {
    ...toGenericOutcome(tick),
    interrupted: span.interruptions.length > 0,
    ...rememberWaiting(carry, leavesItsStimuli(tick) ? [...waiting, ...left] : []),
  };
}

function tell(span: TickSpan, run: Run, carry: Carry | undefined): TickStory {
  const tick = readGenericTick(span, run, carry);
  return { tree: abridgeNodes(buildGenericTree(tick)), answer: toGenericAnswer(tick) };
}
