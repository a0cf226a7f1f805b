import type { z } from 'zod';
import { cite } from '../../base/cite.ts';
import { isJsonList, member } from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { Citation } from '../../model/citation.ts';
import type { DecodedEvent, Json } from '../../model/history-event.ts';

/** A payload that fits its schema, and where it stands. */
export type Recorded<T> = {
  readonly value: T;
  readonly event: DecodedEvent;
  /** Path of the value inside the decoded attributes. */
  readonly path: readonly (string | number)[];
};

/** Reads the value at a place of an event. Absent when: it is not there or does not fit. */
export function readRecorded<T>(
  schema: z.ZodType<T>,
  event: DecodedEvent | undefined,
  path: readonly (string | number)[],
): Recorded<T> | undefined {
  if (!event) return undefined;
  const parsed = schema.safeParse(valueAt(event.attributes, path));
  return parsed.success ? { value: parsed.data, event, path } : undefined;
}

/** First argument of an activity. */
export function readInput<T>(schema: z.ZodType<T>, activity: Activity | undefined): Recorded<T> | undefined {
  return readRecorded(schema, activity?.scheduled, ['input', 0]);
}

/** Result of a completed activity. */
export function readResult<T>(schema: z.ZodType<T>, activity: Activity | undefined): Recorded<T> | undefined {
  return activity?.outcome === 'completed' ? readRecorded(schema, activity.closed, ['result', 0]) : undefined;
}

/** Cites a member of a recorded value. */
export function citeIn<T>(
  runId: string,
  { event, path }: Recorded<T>,
  ...inner: readonly (string | number)[]
): Citation {
  return cite(runId, event, [...path, ...inner]);
}

function valueAt(value: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  let found = value;
  for (const key of path) {
    found = typeof key === 'string' ? member(found, key) : isJsonList(found) ? found[key] : undefined;
  }
  return found;
}
