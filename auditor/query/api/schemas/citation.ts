import { z } from 'zod';
import type { Citation } from '../../../model/citation.ts';
import { mirror } from './mirror.ts';

export const citationSchema = mirror<Citation>()(
  'Citation',
  z.strictObject({
    runId: z.string(),
    eventId: z.int(),
    pointer: z.string().exactOptional().describe('JSON pointer (RFC 6901) into the decoded event.'),
  }),
);
