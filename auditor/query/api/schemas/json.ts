import { z } from 'zod';
import type { Json, JsonObject } from '../../../model/history-event.ts';
import { components } from './mirror.ts';

/** Any JSON value. An integer that a double cannot hold is `{"$number": "<digits>"}`. */
export const jsonSchema: z.ZodType<Json, Json> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(jsonSchema).readonly(),
    z.record(z.string(), jsonSchema),
  ]),
);
components.add(jsonSchema, { id: 'Json' });

export const jsonObjectSchema: z.ZodType<JsonObject, JsonObject> = z.record(z.string(), jsonSchema);
components.add(jsonObjectSchema, { id: 'JsonObject' });
