import { z } from 'zod';
import type { StoredEvent } from '../../get-event.ts';
import type { EventSummary } from '../../list-events.ts';
import { jsonObjectSchema, jsonSchema } from './json.ts';
import { mirror } from './mirror.ts';

export const eventSummarySchema = mirror<EventSummary>()(
  'EventSummary',
  z.strictObject({
    eventId: z.int(),
    eventType: z.string(),
    eventTime: z.string(),
    tick: z.int().exactOptional(),
  }),
);

export const storedEventSchema = mirror<StoredEvent>()(
  'StoredEvent',
  z.strictObject({
    event: jsonObjectSchema.describe('As stored: canonical ProtoJSON, payloads encoded.'),
    decoded: jsonSchema.describe('Payloads replaced by their values: what citations point into.'),
    sha256: z.string().describe('Hex SHA-256 of the stored bytes.'),
    tick: z.int().exactOptional(),
  }),
);
