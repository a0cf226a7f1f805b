import { defaultPayloadConverter, type Payload } from '@temporalio/common';

/** The parts of a history that the tests read. */
interface RecordedHistory {
  readonly events?:
    | readonly {
        readonly activityTaskScheduledEventAttributes?: {
          readonly activityType?: { readonly name?: string | null } | null;
        } | null;
        readonly timerStartedEventAttributes?: object | null;
        readonly userMetadata?: { readonly summary?: Payload | null } | null;
        readonly workflowPropertiesModifiedEventAttributes?: {
          readonly upsertedMemo?: { readonly fields?: Readonly<Record<string, Payload>> | null } | null;
        } | null;
      }[]
    | null;
}

/** Types of the activities in the order in which they were scheduled. */
export const listActivities = ({ events }: RecordedHistory): string[] =>
  (events ?? []).flatMap((event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? []);

/** Summaries of the timers in the order in which they were started. */
export const listTimers = ({ events }: RecordedHistory): unknown[] =>
  (events ?? [])
    .filter((event) => event.timerStartedEventAttributes)
    .map(({ userMetadata }) =>
      userMetadata?.summary ? defaultPayloadConverter.fromPayload(userMetadata.summary) : undefined,
    );

/** Every value that the workflow wrote under a memo key, in order. */
export const listMemoValues = ({ events }: RecordedHistory, key: string): unknown[] =>
  (events ?? []).flatMap((event) => {
    const payload = event.workflowPropertiesModifiedEventAttributes?.upsertedMemo?.fields?.[key];
    return payload ? [defaultPayloadConverter.fromPayload(payload)] : [];
  });
