import { z } from 'zod';
import type { Difference, TextPart, ValueDifference } from '../../../model/comparison.ts';
import type { ComparedRuns, DifferingPair } from '../../compare-runs.ts';
import type { ComparedTicks } from '../../compare-ticks.ts';
import { citationSchema } from './citation.ts';
import { jsonSchema } from './json.ts';
import { list, mirror } from './mirror.ts';
import { tickSummarySchema } from './tick-summary.ts';

const sideSchema = z.enum(['a', 'b']);

const textPartSchema = mirror<TextPart>()(
  'TextPart',
  z.strictObject({ side: z.enum(['both', 'a', 'b']), text: z.string() }),
);

const valueDifferenceSchema = mirror<ValueDifference>()(
  'ValueDifference',
  z.strictObject({ path: z.string(), a: jsonSchema.exactOptional(), b: jsonSchema.exactOptional() }),
);

const common = { what: z.string(), inA: list(citationSchema), inB: list(citationSchema) };

const differenceSchema = mirror<Difference>()(
  'Difference',
  z.discriminatedUnion('kind', [
    z.strictObject({ ...common, kind: z.literal('text'), parts: list(textPartSchema) }),
    z.strictObject({
      ...common,
      kind: z.literal('value'),
      differences: list(valueDifferenceSchema),
      left: z.int(),
    }),
    z.strictObject({ ...common, kind: z.literal('only'), side: sideSchema, text: z.string() }),
  ]),
);

export const comparedTicksSchema = mirror<ComparedTicks>()(
  'ComparedTicks',
  z.strictObject({
    a: tickSummarySchema,
    b: tickSummarySchema,
    differences: list(differenceSchema),
    apart: list(z.strictObject({ what: z.string(), a: z.string(), b: z.string() })),
  }),
);

const differingPairSchema = mirror<DifferingPair>()(
  'DifferingPair',
  z.strictObject({ a: z.int().exactOptional(), b: z.int().exactOptional(), whats: list(z.string()) }),
);

const chainIdSchema = z.strictObject({
  namespace: z.string(),
  workflowId: z.string(),
  firstRunId: z.string(),
});

export const comparedRunsSchema = mirror<ComparedRuns>()(
  'ComparedRuns',
  z.strictObject({
    a: chainIdSchema,
    b: chainIdSchema,
    alignment: z.enum(['by-number', 'by-content']),
    pairCount: z.int(),
    comparedCount: z.int(),
    sameCount: z.int(),
    first: comparedTicksSchema.exactOptional(),
    differing: list(differingPairSchema),
    left: z.int(),
    ignored: list(z.string()),
    nextCursor: z.string().exactOptional(),
  }),
);
