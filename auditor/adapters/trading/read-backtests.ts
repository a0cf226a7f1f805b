import { idMember, member, textMember } from '../../base/json-members.ts';
import { toRecordedFailure } from '../../base/recorded-failure.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import { type Recorded, readRecorded } from './recorded.ts';
import { backtestInputV1, type ScorecardV1, scorecardV1 } from './schemas-v1.ts';

/** One candidate strategy, tried in a child workflow. */
export type Backtest = {
  readonly workflowId: string;
  readonly strategyId: string;
  readonly initiated: DecodedEvent;
  /** Absent when: not over. */
  readonly closed?: DecodedEvent;
  /** Absent when: not over, or failed. */
  readonly scorecard?: Recorded<ScorecardV1>;
  /** Foreign text. Absent when: it did not fail. */
  readonly error?: string;
};

const CLOSING =
  /^(CHILD_WORKFLOW_EXECUTION_(COMPLETED|FAILED|TIMED_OUT|CANCELED|TERMINATED)|START_CHILD_WORKFLOW_EXECUTION_FAILED)$/;

/** Backtests of a tick, in the order in which they were started. */
export function readBacktests(events: readonly DecodedEvent[]): readonly Backtest[] {
  const closings = new Map(
    events
      .filter((event) => CLOSING.test(event.eventType))
      .map((event) => [idMember(event.attributes, 'initiatedEventId'), event]),
  );
  return events
    .filter((event) => event.eventType === 'START_CHILD_WORKFLOW_EXECUTION_INITIATED')
    .map((initiated) => toBacktest(initiated, closings.get(initiated.eventId)));
}

function toBacktest(initiated: DecodedEvent, closed: DecodedEvent | undefined): Backtest {
  const workflowId = textMember(initiated.attributes, 'workflowId') ?? '';
  const scorecard = readRecorded(scorecardV1, closed, ['result', 0]);
  const input = readRecorded(backtestInputV1, initiated, ['input', 0]);
  return {
    workflowId,
    strategyId: input?.value.strategy.id ?? workflowId.replace(/^.*\/backtest-/, ''),
    initiated,
    ...(closed ? { closed } : {}),
    ...(scorecard ? { scorecard } : {}),
    ...(closed && !scorecard ? { error: toError(closed) } : {}),
  };
}

function toError(closed: DecodedEvent): string {
  const failure = member(closed.attributes, 'failure');
  const inner = toRecordedFailure(member(failure, 'cause')) ?? toRecordedFailure(failure);
  return inner?.message ?? closed.eventType.toLowerCase().replaceAll('_', ' ');
}
