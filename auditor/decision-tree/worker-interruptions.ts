import { cite } from '../base/cite.ts';
import { toDurationWords } from '../base/duration-words.ts';
import type { Activity } from '../model/activity.ts';
import type { Interruption } from '../model/interruption.ts';
import type { WorkflowTask } from '../model/workflow-task.ts';
import { findSilences, findWorkerChanges, type Silence, type WorkerChange } from './worker-signs.ts';

/** Why no sentence says "killed" alone. */
const LIMIT = 'A history cannot tell a kill from a crash or a power loss.';

/** Why the lost worker is not named: a started event states the worker of the last attempt alone. */
const UNNAMED = 'Which worker ran the attempt that timed out is not in the history.';

/** What one run's events say about its workers during a tick. */
export type WorkerRecord = {
  readonly runId: string;
  readonly activities: readonly Activity[];
  readonly workflowTasks: readonly WorkflowTask[];
  /** Worker of the last workflow task before these. Absent when: the run starts here. */
  readonly workerBefore?: string | undefined;
  /** Workflow code of the last workflow task before these. Absent when: the run starts here, or not recorded. */
  readonly buildIdBefore?: string | undefined;
};

/** Workers lost or replaced: one interruption per loss, with every event that shows it. */
export function findWorkerInterruptions(record: WorkerRecord): readonly Interruption[] {
  const changes = findWorkerChanges(record.workflowTasks, record.workerBefore);
  const silences = findSilences(record.activities, record.workflowTasks);
  const explained = new Map(silences.map((silence) => [silence, findChangeFor(silence, changes)]));
  return [
    ...changes.flatMap((change) => {
      const own = silences.filter((silence) => explained.get(silence) === change);
      if (own.length > 0) return [toLoss(record, change, own)];
      return isReplacement(record, change) ? [toMereChange(record.runId, change)] : [];
    }),
    ...silences.filter((silence) => !explained.get(silence)).map((silence) => toLoneSilence(record, silence)),
  ];
}

/** Several healthy workers take turns on one queue: only one that comes new for one that takes no more replaces it. */
function isReplacement({ workflowTasks, workerBefore }: WorkerRecord, change: WorkerChange): boolean {
  const before = workflowTasks.filter((task) => isTakenBefore(task, change));
  const isKnown = change.to === workerBefore || before.some((task) => task.workerIdentity === change.to);
  return !isKnown && !isBack(workflowTasks, change);
}

function isTakenBefore({ started }: WorkflowTask, { event }: WorkerChange): boolean {
  return started !== undefined && started.eventId < event.eventId;
}

/** Whether the worker that another one followed takes a later task. */
function isBack(tasks: readonly WorkflowTask[], { from, event }: WorkerChange): boolean {
  return tasks.some(
    ({ workerIdentity, started }) =>
      workerIdentity === from && started !== undefined && started.eventId > event.eventId,
  );
}

/** A silence belongs to the change that came after the work was given out; the identity decides where several did. */
function findChangeFor(silence: Silence, changes: readonly WorkerChange[]): WorkerChange | undefined {
  const given = silence.kind === 'activity' ? silence.activity.scheduled : silence.task.scheduled;
  const later = changes.filter((change) => change.event.eventId > given.eventId);
  if (silence.kind === 'workflow-task') return later[0];
  return later.find((change) => change.to === silence.activity.workerIdentity) ?? later[0];
}

function toLoss(
  { runId, workflowTasks }: WorkerRecord,
  change: WorkerChange,
  silences: readonly Silence[],
): Interruption {
  const back = isBack(workflowTasks, change);
  const first = silences[0]?.event ?? change.event;
  const shown = first.eventId < change.event.eventId ? first : change.event;
  const working = silences.filter((silence) => silence.kind === 'activity').map(toWhile);
  const tasks = new Set(
    silences.flatMap((s) => (s.kind === 'workflow-task' ? [toTaskWords(s.timeoutType)] : [])),
  );
  const lost =
    working.length > 0
      ? [`A worker was lost (killed or crashed) ${working.join('; ')}.`, UNNAMED]
      : [
          `Worker ${change.from} went silent: it was ${back ? 'too slow or held up' : 'killed, crashed or was stopped'}.`,
        ];
  return {
    kind: 'worker-lost',
    eventId: shown.eventId,
    eventTime: shown.eventTime,
    title: 'worker lost',
    text: [
      ...lost,
      ...[...tasks].map((words) => `${change.from} ${words}.`),
      `Until then ${change.from} took the workflow tasks; ${back ? `the next one was taken by ${change.to}` : `${change.to} went on`}. ${LIMIT}`,
    ].join(' '),
    citations: [
      ...silences.flatMap((silence) => toCitations(runId, silence)),
      cite(runId, change.event, ['identity']),
    ],
  };
}

function toMereChange(runId: string, { from, to, event }: WorkerChange): Interruption {
  return {
    kind: 'worker-changed',
    eventId: event.eventId,
    eventTime: event.eventTime,
    title: 'worker changed',
    text: `Worker ${from} took no further workflow task in this tick; the next one was taken by ${to}. Whether ${from} was killed, crashed, was stopped or is only idle is not in the history.`,
    citations: [cite(runId, event, ['identity'])],
  };
}

function toLoneSilence({ runId, workflowTasks, workerBefore }: WorkerRecord, silence: Silence): Interruption {
  const { event } = silence;
  const base = { eventId: event.eventId, eventTime: event.eventTime, citations: toCitations(runId, silence) };
  const before = findWorkerAt(workflowTasks, event.eventId) ?? workerBefore;
  if (silence.kind === 'workflow-task') {
    return {
      ...base,
      kind: 'worker-lost',
      title: 'worker silent',
      text: `${before ? `Worker ${before}` : 'The worker'} ${toTaskWords(silence.timeoutType)}: it was lost (killed or crashed) or too slow. ${LIMIT}`,
    };
  }
  const next = silence.activity.workerIdentity;
  if (before && next && before !== next && silence.event === silence.activity.started) {
    const text = `A worker was lost (killed or crashed) ${toWhile(silence)}. ${UNNAMED} The last one seen before is ${before}. ${LIMIT}`;
    return { ...base, kind: 'worker-lost', title: 'worker lost', text };
  }
  return {
    ...base,
    kind: 'activity-retried',
    title: `${silence.activity.activityType} timed out`,
    text: `No report on ${silence.activity.activityType} came in time (${toTimeoutWords(silence.timeoutType)}): its worker was lost or too slow${toNextAttempt(silence)}.`,
  };
}

function findWorkerAt(tasks: readonly WorkflowTask[], eventId: number): string | undefined {
  return tasks.findLast((task) => task.workerIdentity && (task.started?.eventId ?? Infinity) < eventId)
    ?.workerIdentity;
}

function toWhile(silence: Extract<Silence, { kind: 'activity' }>): string {
  const { activityType } = silence.activity;
  return `while ${activityType} was running (${toTimeoutWords(silence.timeoutType)})${toNextAttempt(silence)}`;
}

function toNextAttempt(silence: Silence): string {
  if (silence.kind !== 'activity') return '';
  const { started, scheduled, attempt, workerIdentity } = silence.activity;
  if (!started || silence.event !== started) return '; no further attempt was made';
  const after = toDurationWords((started.timeMicros - scheduled.timeMicros) / 1000);
  return `; attempt ${attempt ?? '?'} was started by ${workerIdentity ?? 'a worker without a name'} ${after} after the activity was scheduled`;
}

function toTaskWords(timeoutType: string): string {
  return timeoutType === 'SCHEDULE_TO_START'
    ? 'did not take a workflow task from its sticky queue in time'
    : 'did not finish a workflow task in time';
}

function toTimeoutWords(timeoutType: string): string {
  return `${timeoutType.toLowerCase().replaceAll('_', '-')} timeout`;
}

function toCitations(runId: string, silence: Silence) {
  if (silence.kind === 'workflow-task') return [cite(runId, silence.event, ['timeoutType'])];
  const { activity, event } = silence;
  const field = event === activity.started ? 'lastFailure' : 'failure';
  return [cite(runId, activity.scheduled), cite(runId, event, [field])];
}
