import { z } from 'zod';
import { wellFormedText } from './well-formed-text.ts';

const senderSchema = wellFormedText.min(1).max(200);

/**
 * Arguments of the signals that are not answers to an approval. `by` is who sent it, as the sender's side knows it.
 *
 * Units: lengths in UTF-16 code units; they are bounded because the argument goes into state, memo and prompt.
 */
export const bySchema = z.strictObject({ by: senderSchema, reason: wellFormedText.max(500) });
export type By = z.infer<typeof bySchema>;

/** Argument of `injectNews`: shown to model and guardrail for two ticks. */
export const injectedNewsSchema = z.strictObject({
  headline: wellFormedText.min(1).max(500),
  sentiment: z.number().min(-1).max(1),
  by: senderSchema,
});
export type InjectedNews = z.infer<typeof injectedNewsSchema>;
