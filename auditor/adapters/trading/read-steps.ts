import type { Activity } from '../../model/activity.ts';
import { ACTIVITY } from './names-v1.ts';
import { type Recorded, readInput, readResult } from './recorded.ts';
import * as v1 from './schemas-v1.ts';

/** An activity of the tick with what it was given and what it answered, as far as the record fits the contract. */
export type Step<I, R> = {
  readonly activity: Activity;
  readonly input?: Recorded<I>;
  readonly result?: Recorded<R>;
};

export type CheckStep = Step<v1.GuardrailInputV1, v1.GuardrailVerdictV1>;
export type OrderStep = Step<v1.OrderV1, v1.ExecutionReportV1>;
export type LookupStep = Step<unknown, v1.ExecutionReportV1>;

/** Leaves a member out instead of setting it to undefined. */
export function given<K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } {
  const member: { [key in K]?: V } = {};
  if (value !== undefined) member[key] = value;
  return member;
}

type Schema<T> = Parameters<typeof readResult<T>>[0];

function findActivity(activities: readonly Activity[], type: string): Activity | undefined {
  return activities.findLast((activity) => activity.activityType === type);
}

/** The newest activity of a type with its result. Absent when: there is none. */
export function readStep<R>(
  activities: readonly Activity[],
  type: string,
  schema: Schema<R>,
): Step<unknown, R> | undefined {
  const activity = findActivity(activities, type);
  return activity && { activity, ...given('result', readResult(schema, activity)) };
}

/** The check of the intent. Absent when: nothing was checked. */
export function readCheck(activities: readonly Activity[]): CheckStep | undefined {
  const activity = findActivity(activities, ACTIVITY.check);
  if (!activity) return undefined;
  return {
    activity,
    ...given('input', readInput(v1.guardrailInputV1, activity)),
    ...given('result', readResult(v1.guardrailVerdictV1, activity)),
  };
}

/** The order. Absent when: none left. */
export function readOrder(activities: readonly Activity[]): OrderStep | undefined {
  const activity = findActivity(activities, ACTIVITY.placeOrder);
  if (!activity) return undefined;
  return {
    activity,
    ...given('input', readInput(v1.orderV1, activity)),
    ...given('result', readResult(v1.executionReportV1, activity)),
  };
}

/** The question whether an order had arrived. Absent when: not asked. */
export function readLookup(activities: readonly Activity[]): LookupStep | undefined {
  const activity = findActivity(activities, ACTIVITY.findOrder);
  const found = readResult(v1.foundOrderV1, activity);
  const report = found?.value.report;
  if (!activity) return undefined;
  return {
    activity,
    ...(found && report
      ? { result: { value: report, event: found.event, path: [...found.path, 'report'] } }
      : {}),
  };
}
