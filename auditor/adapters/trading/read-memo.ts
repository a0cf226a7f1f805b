import type { z } from 'zod';
import type { DecodedEvent } from '../../model/history-event.ts';
import { type Recorded, readRecorded } from './recorded.ts';

/** Values that the workflow wrote into its memo under a key, in event order. */
export function readMemo<T>(
  schema: z.ZodType<T>,
  events: readonly DecodedEvent[],
  key: string,
): readonly Recorded<T>[] {
  return events.flatMap((event) => {
    if (event.eventType !== 'WORKFLOW_PROPERTIES_MODIFIED') return [];
    return readRecorded(schema, event, ['upsertedMemo', 'fields', key]) ?? [];
  });
}
