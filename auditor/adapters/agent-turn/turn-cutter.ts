import type { Activity } from '../../model/activity.ts';
import type { Cutter } from '../../model/adapter.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import type { Frameworks } from '../../model/model-call.ts';
import { createCallWatch } from './call-watch.ts';
import { createOpenWork } from './open-work.ts';
import { createTaskWatch } from './task-watch.ts';
import { isAcceptedUpdate, isTurnStimulus } from './turn-stimuli.ts';

/**
 * Cuts a run into the turns of an agent: a turn is over where something from outside comes that nothing in it waits for, once it had a call
 * of a model. So a new one opens at
 *
 * - a signal, timer, cancel request or outcome of earlier work, while nothing of this turn is under way;
 * - a workflow task that nothing explains, while nothing is under way: an update is recorded only after the task that it woke;
 * - a call of a model after one that answered for good, when something came from outside meanwhile and had to wait.
 */
export function createTurnCutter(frameworks: Pick<Frameworks, 'readCall'>): Cutter {
  const turn = createTurnWatch(frameworks);
  return {
    opensTick: (event, { tick, carriedTick = 0, activity }) => {
      if (tick !== undefined && !turn.isOverAt(event, activity)) return undefined;
      const next = (tick ?? carriedTick) + 1;
      return { tick: next, label: `turn ${next}` };
    },
    observe: turn.observe,
  };
}

function createTurnWatch({ readCall }: Pick<Frameworks, 'readCall'>) {
  const [calls, work, tasks] = [createCallWatch(), createOpenWork(), createTaskWatch()];
  const isIdle = (): boolean => calls.hadCall() && work.isIdle();
  return {
    isOverAt: (event: DecodedEvent, activity: Activity | undefined): boolean => {
      if (event.eventType === 'WORKFLOW_TASK_SCHEDULED') return isIdle() && tasks.isUnexplained(event);
      if (isAcceptedUpdate(event)) return isIdle() && tasks.wasUnexplained();
      if (isTurnStimulus(event, work.isAwaited)) return isIdle();
      const beginsActivity = activity?.scheduled === event;
      return beginsActivity && calls.isAnsweredAndWoken() && readCall(activity) !== undefined;
    },
    observe: (event: DecodedEvent, activity?: Activity): void => {
      if (isAcceptedUpdate(event) || isTurnStimulus(event, work.isAwaited)) calls.wake();
      const call = activity && readCall(activity);
      if (call) calls.observe(call, event);
      work.observe(event, { isCall: call !== undefined, askForTools: calls.asksForTools() });
      tasks.observe(event);
    },
  };
}
