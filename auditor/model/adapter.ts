import type { Activity } from './activity.ts';
import type { Answer } from './answer.ts';
import type { Citation } from './citation.ts';
import type { Decision } from './decision.ts';
import type { DecodedEvent, Json } from './history-event.ts';
import type { Interruption } from './interruption.ts';
import type { ModelCall, ToolRun } from './model-call.ts';
import type { Run } from './run.ts';
import type { TickLevel, TickStatus } from './tick.ts';
import type { WorkflowTask } from './workflow-task.ts';

/** A stretch of a run's events that belongs to one tick, with what those events mean in Temporal's own terms. */
export type TickSpan = {
  readonly tick: number;
  readonly label: string;
  readonly status: TickStatus;
  readonly events: readonly DecodedEvent[];
  readonly activities: readonly Activity[];
  readonly workflowTasks: readonly WorkflowTask[];
  readonly interruptions: readonly Interruption[];
  /** Order: by ACTIVITY_TASK_SCHEDULED. */
  readonly modelCalls: readonly ModelCall[];
  /** Activities that a framework names as runs of a tool; a tool that is an activity of its own name is not among them. */
  readonly toolRuns: readonly ToolRun[];
};

/** A value of an earlier tick that a later one needs, with its proof. */
export type Remembered = { readonly value: Json; readonly citation: Citation };

/** What lists show of a tick, and what later ticks need of it. Made when its events are stored. */
export type TickConclusion = {
  readonly outcome: string;
  readonly tone: 'neutral' | 'good' | 'warn' | 'bad' | 'pending';
  readonly interrupted: boolean;
  /** Replaces what was remembered so far. Absent when: nothing changes. */
  readonly remembered?: { readonly [name: string]: Remembered };
};

/** Tree and answer of a tick. Made when somebody reads it. */
export type TickStory = { readonly tree: readonly Decision[]; readonly answer: Answer };

/** What stays known from earlier ticks of the chain: small, JSON, stored with the run so that following never re-reads it. */
export type Carry = {
  /** Last tick number given out. */
  readonly tick: number;
  /** Identity of the worker that took the last workflow task. */
  readonly workerIdentity?: string;
  readonly buildId?: string;
  /** What the adapter keeps: the chosen strategy, news injected for several ticks. Absent when: nothing. */
  readonly remembered?: { readonly [name: string]: Remembered };
  /** Commands of the run that have no outcome yet, so that a later outcome can be named. Absent when: none. */
  readonly open?: readonly OpenCommand[];
};

/** An activity, timer or child whose outcome comes in a later tick of the same run. */
export type OpenCommand = { readonly eventId: number; readonly kind: string; readonly name: string };

/** Where the cut stands before an event. */
export type CutState = {
  /** Number of the tick that the event would belong to. Absent when: the event is the first. */
  readonly tick?: number;
  /** Last number given out before these events. Absent when: the chain starts here. */
  readonly carriedTick?: number;
  /**
   * The activity that the event is about, as far as it is known up to there. Absent when: it is about something else, or began in an
   * earlier tick.
   */
  readonly activity?: Activity;
};

/** Decides, event by event, where ticks open. One is made for each tick: it has seen that tick's events alone. */
export type Cutter = {
  /** Number and label of the tick that this event opens, if it opens one. A number that does not rise opens nothing. */
  readonly opensTick: (
    event: DecodedEvent,
    state: CutState,
  ) => { readonly tick: number; readonly label: string } | undefined;
  /** Told of every event of the tick, the one that opened it included. */
  readonly observe: (event: DecodedEvent, activity?: Activity) => void;
};

/** Knows one kind of workflow: how it cuts a run into ticks, concludes and explains one. Pure. */
export type Adapter = {
  /** `trading/1`: name and version. */
  readonly name: string;
  readonly level: TickLevel;
  readonly createCutter: () => Cutter;
  readonly conclude: (span: TickSpan, run: Run, carry: Carry | undefined) => TickConclusion;
  readonly tell: (span: TickSpan, run: Run, carry: Carry | undefined) => TickStory;
};
