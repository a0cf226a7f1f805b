import type { Carry, TickSpan } from '../model/adapter.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { Run } from '../model/run.ts';
import type { WorkflowTask } from '../model/workflow-task.ts';
import { toRole } from './generic-roles.ts';
import { createNameOf, type NameOf, toName } from './generic-words.ts';
import { isStreamNoise } from './stream-noise.ts';
import { listWaiting, type WaitingStimulus } from './waiting-stimuli.ts';

/** One workflow task: what woke the code, what it decided, how the task went. */
export type GenericTick = {
  readonly run: Run;
  readonly span: TickSpan;
  readonly nameOf: NameOf;
  /** Stimuli of workflow tasks that failed or timed out before this one. */
  readonly waiting: readonly WaitingStimulus[];
  readonly woke: readonly DecodedEvent[];
  readonly decided: readonly DecodedEvent[];
  /** What ended the run from outside. */
  readonly ended: readonly DecodedEvent[];
  /** Events that only carry a model's tokens to whoever watches. */
  readonly noise: readonly DecodedEvent[];
  /** Absent when: none was scheduled yet. */
  readonly task?: WorkflowTask;
};

/** Sorts the events of a tick by what they are to its workflow task. */
export function readGenericTick(span: TickSpan, run: Run, carry: Carry | undefined): GenericTick {
  const nameOf = createNameOf(span.events, carry);
  const events = Map.groupBy(span.events, (event) =>
    carriesTokens(event, nameOf) ? 'noise' : toRole(event),
  );
  const task = span.workflowTasks.at(-1);
  return {
    ...{ run, span, nameOf },
    waiting: listWaiting(carry),
    woke: events.get('stimulus') ?? [],
    decided: events.get('decision') ?? [],
    ended: events.get('closed-from-outside') ?? [],
    noise: events.get('noise') ?? [],
    ...(task ? { task } : {}),
  };
}

/** Whether the code was asked and did not answer: what woke it is left to the next workflow task. */
export function leavesItsStimuli({ task }: GenericTick): boolean {
  return task?.outcome === 'failed' || task?.outcome === 'timed-out';
}

function carriesTokens(event: DecodedEvent, nameOf: NameOf): boolean {
  const { eventType } = event;
  const isMessage =
    eventType === 'WORKFLOW_EXECUTION_SIGNALED' || eventType.startsWith('WORKFLOW_EXECUTION_UPDATE_');
  return isMessage && isStreamNoise(toName(event, nameOf));
}
