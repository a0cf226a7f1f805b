import { z } from 'zod';
import { findPatternFault } from '../base/safe-pattern.ts';

const pointer = z.string().regex(/^(?:\/|$)/, 'is no JSON pointer: it starts with /');

const pattern = z.string().superRefine((text, context) => {
  const fault = findPatternFault(text);
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
});

const usage = z.strictObject({
  inputTokens: pointer.exactOptional(),
  outputTokens: pointer.exactOptional(),
  cacheReadTokens: pointer.exactOptional(),
  cacheWriteTokens: pointer.exactOptional(),
  reasoningTokens: pointer.exactOptional(),
});

/**
 * A framework's calls by where their parts stand.
 *
 * Shape: pointers (RFC 6901, `*` for every index) into `{"input": [arguments], "result": [value]}`; those of items into the item.
 */
export const jsonRuleSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  name: z.string().regex(/^[a-z][a-z0-9-]{0,49}$/, 'is no name in kebab-case'),
  /** Regular expression that a whole activity type must match. */
  activityType: pattern,
  provider: z.string().exactOptional(),
  requestModel: pointer.exactOptional(),
  responseModel: pointer.exactOptional(),
  responseId: pointer.exactOptional(),
  agentName: pointer.exactOptional(),
  systemInstructions: pointer.exactOptional(),
  inputMessages: z.strictObject({ items: pointer, role: pointer, text: pointer }).exactOptional(),
  outputText: pointer.exactOptional(),
  toolCalls: z
    .strictObject({ items: pointer, id: pointer.exactOptional(), name: pointer, arguments: pointer })
    .exactOptional(),
  toolsOffered: pointer.exactOptional(),
  finishReason: pointer.exactOptional(),
  usage: usage.exactOptional(),
});

export type JsonRule = z.infer<typeof jsonRuleSchema>;
