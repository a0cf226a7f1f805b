import { z } from 'zod';

/** A decimal number as the agent writes it: no exponent, no blanks, so that '' is not zero. */
const figure = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'must be a decimal number')
  .transform(Number);

/** The values by which the stand-in decides. Money in dollars. Source: the lines of prompt trade-prompt/1. */
const promptValuesSchema = z.object({
  tick: figure.pipe(z.int()),
  ticker: z.string().min(1),
  price: figure.pipe(z.number().positive()),
  rsi14: figure,
  ema12: figure,
  ema26: figure,
  macd: figure,
  macd_histogram: figure,
  sma20: figure,
  bollinger_lower: figure,
  sentiment: figure.pipe(z.number().min(-1).max(1)),
  position: figure.pipe(z.int().nonnegative()),
  cash: figure,
  strategy_family: z.enum(['RSI', 'MACD', 'EMA_CROSS', 'BOLLINGER', 'MEAN_REVERSION']),
  max_notional: figure,
});
export type PromptValues = z.infer<typeof promptValuesSchema>;

/** A prompt in which a value is missing or wrong. */
export class UnreadablePrompt extends Error {}

/**
 * Takes the values out of the user message, one line `name: value` each; all else, headlines too, is left alone.
 *
 * Lines end with "\n" alone: a headline may hold U+2028 or "\r", behind which a regular expression with the flag m would see a new line.
 * Throws: UnreadablePrompt that names the line.
 */
export function readPrompt(text: string): PromptValues {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const name = /^([a-z][a-z0-9_]*): /.exec(line)?.[1];
    if (name !== undefined && !values.has(name)) values.set(name, line.slice(name.length + 2));
  }
  const parsed = promptValuesSchema.safeParse(Object.fromEntries(values));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UnreadablePrompt(`The prompt's line "${issue?.path.join('.')}": ${issue?.message}.`);
}
