import { z } from 'zod';

/** Arguments of the signals that are not answers to an approval. `by` is who sent it, as the sender's side knows it. */
export const bySchema = z.strictObject({ by: z.string().min(1), reason: z.string() });
export type By = z.infer<typeof bySchema>;

/** Argument of `injectNews`: shown to model and guardrail for two ticks. */
export const injectedNewsSchema = z.strictObject({
  headline: z.string().min(1).max(500),
  sentiment: z.number().min(-1).max(1),
  by: z.string().min(1),
});
export type InjectedNews = z.infer<typeof injectedNewsSchema>;
