/** Any JSON value, as it came out of a payload or an event. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object with unknown keys. Read own keys only: the content is hostile. */
export type JsonObject = { readonly [key: string]: Json };

/**
 * One event of a run, decoded enough to reason about.
 *
 * Order: by `eventId`; event times may run backwards.
 * Source: temporal.api.history.v1.HistoryEvent.
 */
export type HistoryEvent = {
  readonly eventId: number;
  /** Without the prefix: `ACTIVITY_TASK_SCHEDULED`. */
  readonly eventType: string;
  /** RFC 3339 with every digit the server gave. */
  readonly eventTime: string;
  /** `eventTime` as microseconds since 1970 UTC, for computing only. */
  readonly timeMicros: number;
  /** The event's `…EventAttributes` as ProtoJSON, payloads still encoded ({metadata, data} in base64). */
  readonly attributes: JsonObject;
  /** Summary given by the workflow's author, decoded. Absent when: none. */
  readonly summary?: string;
  /** Longer text of the author beside the summary, decoded. Absent when: none. */
  readonly details?: string;
  /**
   * What stands beside the attributes and says where the event came from: `principal` (who caused it, newer servers) and
   * `eventGroupMarkers` (labels of the author, or the signal or update that a command answers). Absent when: nothing of it.
   */
  readonly origin?: JsonObject;
};

/**
 * An event whose payloads are replaced by their values: what adapters reason about and what citations point into.
 *
 * Shape: a payload list is an array of values; see `auditor/base/decode-event.ts` for what stays opaque.
 */
export type DecodedEvent = HistoryEvent & {
  /** Key of the attributes in the event's JSON: `activityTaskScheduledEventAttributes`. First segment of a citation's pointer. */
  readonly attributesKey: string;
};
