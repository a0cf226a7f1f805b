import { z } from 'zod';
import type { IndexStatus } from '../../get-index-status.ts';
import { mirror } from './mirror.ts';

export const indexStatusSchema = mirror<IndexStatus>()(
  'IndexStatus',
  z.strictObject({
    runCount: z.int(),
    eventCount: z.int(),
    conflictCount: z.int(),
    dataVersion: z.int().describe('Changes whenever something was stored.'),
    newestEventTime: z.string().exactOptional(),
    lagMs: z
      .number()
      .describe(
        'From the newest event’s time (the server’s clock) to its storing (this machine’s clock). Absent: no follower stored it.',
      )
      .exactOptional(),
  }),
);
