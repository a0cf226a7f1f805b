import { cite } from '../base/cite.ts';
import { toDurationWords } from '../base/duration-words.ts';
import type { Activity } from '../model/activity.ts';
import type { Citation } from '../model/citation.ts';
import type { Decision, DecisionKind, Fact } from '../model/decision.ts';
import { toSideFacts } from './event-facts.ts';
import { toExcerpt } from './excerpt.ts';

/** How an adapter shows an activity. Absent members are taken from the activity itself. */
type ActivityView = {
  readonly kind?: DecisionKind;
  readonly title?: string;
  readonly outcome?: string | undefined;
  readonly tone?: Decision['tone'];
  readonly facts?: readonly Fact[];
  readonly citations?: readonly Citation[];
  readonly children?: readonly Decision[];
};

/** A node for one activity: what, how it ended, how long, how many attempts, which events. */
export function toActivityNode(runId: string, activity: Activity, view: ActivityView = {}): Decision {
  const kind = view.kind ?? 'activity';
  const { scheduled, attempt, durationMs, activityType } = activity;
  return {
    id: `${runId}:${scheduled.eventId}:${kind}`,
    kind,
    title: view.title ?? activityType,
    outcome: isDone(activity) ? (view.outcome ?? toOutcome(activity)) : toOutcome(activity),
    tone: isDone(activity) ? (view.tone ?? 'neutral') : toTone(activity),
    startedAt: scheduled.eventTime,
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(attempt === undefined ? {} : { attempt }),
    facts: [...(view.facts ?? []), ...toSideFacts(runId, scheduled), ...toOwnFacts(runId, activity)],
    citations: view.citations ?? citeActivity(runId, activity),
    children: view.children ?? [],
  };
}

/** Scheduled, started and closed events, as far as they are recorded. */
export function citeActivity(runId: string, { scheduled, started, closed }: Activity): readonly Citation[] {
  return [scheduled, started, closed].flatMap((event) => (event ? [cite(runId, event)] : []));
}

/** One phrase on how an activity stands: `completed`, `failed: …`, `pending`. */
export function toOutcome({ outcome, failure, scheduled, closed }: Activity): string {
  if (outcome === 'pending') return 'no outcome yet';
  const message = failure && toExcerpt(failure.message, (closed ?? scheduled).eventId, 120);
  const words = outcome === 'timed-out' ? 'timed out' : outcome;
  return message ? `${words}: ${message}` : words;
}

const isDone = (activity: Activity): boolean => activity.outcome === 'completed';

function toTone({ outcome }: Activity): Decision['tone'] {
  if (outcome === 'pending') return 'pending';
  return outcome === 'canceled' ? 'warn' : 'bad';
}

function toOwnFacts(runId: string, activity: Activity): readonly Fact[] {
  const { started, workerIdentity, attempt = 1, lastFailure, scheduled } = activity;
  if (!started) return [];
  const startedAfter = (started.timeMicros - scheduled.timeMicros) / 1000;
  return [
    ...(workerIdentity
      ? [{ name: 'worker', value: workerIdentity, citation: cite(runId, started, ['identity']) }]
      : []),
    ...(attempt > 1
      ? [
          { name: 'attempts', value: attempt, citation: cite(runId, started, ['attempt']) },
          {
            name: 'last attempt started after',
            value: toDurationWords(startedAfter),
            citation: cite(runId, started),
          },
        ]
      : []),
    ...(lastFailure
      ? [
          {
            name: 'last failure',
            value: toExcerpt(lastFailure.message, started.eventId, 200),
            citation: cite(runId, started, ['lastFailure']),
          },
        ]
      : []),
  ];
}
