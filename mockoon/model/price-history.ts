import { z } from 'zod';
import type { PromptValues } from './read-prompt.ts';

/** Name of the tool that the agent offers. */
export const HISTORY_TOOL = 'getPriceHistory';

/** Ticks asked for: the window of the bands. */
const LOOKBACK = 20;

/** A price this close to the lower band, or a histogram this small, leaves the trend in doubt. Units: ratio of the price. */
const NEAR_BAND = 0.01;
const FLAT_HISTOGRAM = 0.001;

/** True where the trend is in doubt, so that the model looks at earlier prices before it answers. */
export const isTrendInDoubt = (values: PromptValues): boolean =>
  Math.abs(values.price - values.bollinger_lower) < NEAR_BAND * values.price ||
  Math.abs(values.macd_histogram) < FLAT_HISTOGRAM * values.price;

export const toHistoryArguments = ({ ticker, tick }: PromptValues): string =>
  JSON.stringify({ symbol: ticker, tick, lookback: LOOKBACK });

const historySchema = z.looseObject({
  priceCents: z.array(z.int().positive()).min(1),
  highCents: z.int(),
  lowCents: z.int(),
});

/** A tool's text may come wrapped: {"type":"text","text":"…"} or a list of such parts. */
const partSchema = z.looseObject({ text: z.string() });

/** One sentence on what the tool returned, for the rationale. */
export function describeHistory(output: unknown): string {
  const history = historySchema.safeParse(unwrap(output, 3));
  if (!history.success) return `${HISTORY_TOOL} gave no prices.`;
  const { priceCents, highCents, lowCents } = history.data;
  const first = priceCents[0] ?? lowCents;
  const change = (((priceCents.at(-1) ?? first) - first) / first) * 100;
  const range = `low ${(lowCents / 100).toFixed(2)}, high ${(highCents / 100).toFixed(2)}`;
  return `${HISTORY_TOOL}: ${change.toFixed(1)} % over ${priceCents.length - 1} ticks, ${range}.`;
}

function unwrap(value: unknown, depth: number): unknown {
  if (depth === 0) return value;
  if (typeof value === 'string') return unwrap(parseJson(value), depth - 1);
  if (Array.isArray(value)) return unwrap(value[0], depth - 1);
  const part = partSchema.safeParse(value);
  return part.success ? unwrap(part.data.text, depth - 1) : value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
