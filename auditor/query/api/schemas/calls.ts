import { z } from 'zod';
import type { ModelCallItem } from '../../list-model-calls.ts';
import type { ToolCallItem } from '../../list-tool-calls.ts';
import { citationSchema } from './citation.ts';
import { list, mirror } from './mirror.ts';

const text = z.string().exactOptional();
const count = z.int().exactOptional();

export const modelCallItemSchema = mirror<ModelCallItem>()(
  'ModelCallItem',
  z.strictObject({
    runId: z.string(),
    tick: z.int(),
    eventId: z.int(),
    closedEventId: count,
    startedAt: z.string(),
    framework: z.string(),
    provider: text,
    requestModel: text,
    responseModel: text,
    responseId: text,
    agentName: text,
    status: z.string(),
    errorType: text,
    finishReasons: list(z.string()),
    inputTokens: count,
    outputTokens: count,
    cacheReadTokens: count,
    cacheWriteTokens: count,
    reasoningTokens: count,
    latencyMs: z.number().exactOptional(),
    attempt: count,
  }),
);

export const toolCallItemSchema = mirror<ToolCallItem>()(
  'ToolCallItem',
  z.strictObject({
    runId: z.string(),
    tick: z.int(),
    modelEventId: z.int(),
    position: z.int(),
    startedAt: z.string(),
    callId: text,
    name: z.string(),
    ranAs: z.string(),
    status: z.string(),
    arguments: citationSchema,
    activityEventId: count,
    result: citationSchema.exactOptional(),
    answeredEventId: count,
    attempt: count,
    durationMs: z.number().exactOptional(),
  }),
);
