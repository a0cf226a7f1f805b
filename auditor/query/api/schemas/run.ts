import { z } from 'zod';
import { type ChainRun, RUN_STATUSES, type RunChain } from '../../../model/run.ts';
import type { RunListItem } from '../../list-runs.ts';
import { list, mirror } from './mirror.ts';
import { tickSummarySchema } from './tick-summary.ts';

export const runStatusSchema = z.enum(RUN_STATUSES);

const executionSchema = z.strictObject({ workflowId: z.string(), runId: z.string() });
const text = z.string().exactOptional();

const chainRunSchema = mirror<ChainRun>()(
  'ChainRun',
  z.strictObject({
    namespace: z.string(),
    workflowId: z.string(),
    runId: z.string(),
    workflowType: z.string(),
    status: runStatusSchema,
    startedAt: z.string(),
    closedAt: text,
    firstRunId: z.string(),
    previousRunId: text,
    nextRunId: text,
    parent: executionSchema.exactOptional(),
    eventCount: z.int(),
    source: z.string(),
    format: text,
    viewOnly: text.describe('Why this copy cannot be replayed.'),
    root: executionSchema.exactOptional(),
    resetBaseRunId: text,
    lostFromEventId: z.int().exactOptional(),
    conflicts: z.int(),
    lagMs: z.number().exactOptional(),
    confirmedAt: text,
    modelCalls: z.int(),
    toolCalls: z.int(),
    inputTokens: z.int().exactOptional(),
    outputTokens: z.int().exactOptional(),
  }),
);

const chainShape = {
  namespace: z.string(),
  workflowId: z.string(),
  firstRunId: z.string(),
  workflowType: z.string(),
  status: runStatusSchema,
  runs: list(chainRunSchema),
  tickCount: z.int(),
};

export const runChainSchema = mirror<RunChain>()('RunChain', z.strictObject(chainShape));

export const runListItemSchema = mirror<RunListItem>()(
  'RunListItem',
  z.strictObject({
    ...chainShape,
    startedAt: z.string(),
    lastEventTime: z.string(),
    lastTick: tickSummarySchema.exactOptional(),
  }),
);
