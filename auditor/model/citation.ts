/**
 * Where a statement is proved: an event, and the place inside it.
 *
 * Shape: `pointer` is an RFC 6901 JSON pointer into the *decoded* event (payloads replaced by their values), such as
 * `/activityTaskCompletedEventAttributes/result/0/priceCents`; absent when the whole event is meant.
 */
export type Citation = { readonly runId: string; readonly eventId: number; readonly pointer?: string };
