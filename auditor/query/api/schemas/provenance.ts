import { z } from 'zod';
import type { Hop, Origin } from '../../../model/provenance.ts';
import type { TracedValue } from '../../trace-value.ts';
import { citationSchema } from './citation.ts';
import { jsonSchema } from './json.ts';
import { list, mirror } from './mirror.ts';

const hopSchema = mirror<Hop>()(
  'Hop',
  z.strictObject({
    what: z.string(),
    citation: citationSchema,
    value: jsonSchema,
    how: z.enum(['same call id', 'same value at this path', 'same value', 'quoted in text']).exactOptional(),
    conversion: z.string().exactOptional(),
    others: z.int(),
  }),
);

const originSchema = mirror<Origin>()(
  'Origin',
  z.strictObject({
    kind: z.enum([
      'activity-result',
      'model-output',
      'configuration',
      'person',
      'child-result',
      'too-common',
      'unknown',
    ]),
    text: z.string(),
  }),
);

export const tracedValueSchema = mirror<TracedValue>()(
  'TracedValue',
  z.strictObject({
    question: z.string(),
    value: jsonSchema,
    citation: citationSchema,
    provenance: z.strictObject({ hops: list(hopSchema), origin: originSchema }),
  }),
);
