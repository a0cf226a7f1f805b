import { z } from 'zod';
import type { Decision, Fact } from '../../../model/decision.ts';
import type { Tick } from '../../../model/tick.ts';
import type { TickPage } from '../../get-tick.ts';
import { answerSchema } from './answer.ts';
import { citationSchema } from './citation.ts';
import { jsonSchema } from './json.ts';
import { list, mirror } from './mirror.ts';
import { runChainSchema } from './run.ts';
import { tickSummarySchema, tickSummaryShape, toneSchema } from './tick-summary.ts';

const factSchema = mirror<Fact>()(
  'Fact',
  z.strictObject({
    name: z.string(),
    value: jsonSchema,
    unit: z.string().exactOptional(),
    citation: citationSchema,
  }),
);

const kindSchema = z.enum([
  'context',
  'model-call',
  'tool-call',
  'guardrail',
  'approval',
  'order',
  'signal',
  'update',
  'timer',
  'child',
  'marker',
  'activity',
  'workflow-task',
  'failure',
  'interruption',
]);

const decisionSchema = mirror<Decision>()(
  'Decision',
  z.strictObject({
    id: z.string(),
    kind: kindSchema,
    title: z.string(),
    outcome: z.string().exactOptional(),
    tone: toneSchema,
    startedAt: z.string().exactOptional(),
    durationMs: z.number().exactOptional(),
    attempt: z.int().exactOptional(),
    facts: list(factSchema),
    citations: list(citationSchema),
    get children(): z.ZodReadonly<z.ZodArray<z.ZodType<Decision, Decision>>> {
      return list(decisionSchema);
    },
  }),
);

export const tickSchema = mirror<Tick>()(
  'Tick',
  z.strictObject({
    ...tickSummaryShape,
    adapter: z.string(),
    tree: list(decisionSchema),
    answer: answerSchema,
  }),
);

export const tickPageSchema = mirror<TickPage>()(
  'TickPage',
  z.strictObject({
    chain: runChainSchema,
    tick: tickSchema,
    previous: tickSummarySchema.exactOptional(),
    next: tickSummarySchema.exactOptional(),
  }),
);
