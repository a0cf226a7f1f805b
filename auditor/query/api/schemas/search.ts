import { z } from 'zod';
import type { Excerpt } from '../../search/find-excerpt.ts';
import type { SearchHit } from '../../search/to-hit.ts';
import type { SearchPage } from '../../search-payloads.ts';
import { citationSchema } from './citation.ts';
import { list, mirror } from './mirror.ts';

const excerptSchema = mirror<Excerpt>()(
  'Excerpt',
  z.strictObject({
    text: z.string(),
    marks: list(z.tuple([z.int(), z.int()]).readonly()).describe('Start and end of each match.'),
    citation: citationSchema,
  }),
);

const searchHitSchema = mirror<SearchHit>()(
  'SearchHit',
  z.strictObject({
    namespace: z.string(),
    workflowId: z.string(),
    runId: z.string(),
    workflowType: z.string(),
    tick: z.int().exactOptional(),
    eventId: z.int(),
    eventType: z.string(),
    eventTime: z.string(),
    kind: z.string(),
    name: z.string().exactOptional(),
    tool: z.string().exactOptional(),
    status: z.string().exactOptional(),
    excerpt: excerptSchema,
  }),
);

export const searchPageSchema = mirror<SearchPage>()(
  'SearchPage',
  z.strictObject({
    items: list(searchHitSchema),
    nextCursor: z.string().exactOptional(),
    order: z.enum(['best-first', 'newest-first']),
    hitCount: z.int().exactOptional(),
    isMore: z.boolean(),
    scanned: z.int(),
  }),
);
