import { z } from 'zod';
import type { TickSummary } from '../../../model/tick.ts';
import { mirror } from './mirror.ts';

export const toneSchema = z.enum(['neutral', 'good', 'warn', 'bad', 'pending']);

/** Members of a tick's summary, which other things have too. */
export const tickSummaryShape = {
  runId: z.string(),
  tick: z.int(),
  label: z.string(),
  status: z.enum(['open', 'closed', 'cut-off']),
  outcome: z.string(),
  tone: toneSchema,
  interrupted: z.boolean(),
  firstEventId: z.int(),
  lastEventId: z.int(),
  startedAt: z.string(),
  durationMs: z.number(),
  level: z.enum(['domain', 'agent-turn', 'workflow-task']),
  workerIdentity: z.string().exactOptional(),
  buildId: z.string().exactOptional(),
  modelCalls: z.int(),
  toolCalls: z.int(),
  inputTokens: z.number().exactOptional(),
  outputTokens: z.number().exactOptional(),
};

export const tickSummarySchema = mirror<TickSummary>()('TickSummary', z.strictObject(tickSummaryShape));
