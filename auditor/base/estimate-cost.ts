import type { ModelUsage } from '../model/model-call.ts';

/** Prices of one model, in 10⁻⁹ of the currency per million tokens. */
export type ModelPrice = {
  readonly matches: (model: string) => boolean;
  readonly inputNanos: bigint;
  /** Absent when: cached tokens cost what others do. */
  readonly cachedInputNanos?: bigint;
  /** Absent when: written ones cost what others do. */
  readonly cacheWriteNanos?: bigint;
  /** Absent when: the model gives no tokens out. */
  readonly outputNanos?: bigint;
};

/** What the user says that models cost. Order: the first that matches a model counts. */
export type PriceTable = {
  /** ISO 4217. */
  readonly currency: string;
  /** Date of the prices, `2026-11-24`. */
  readonly asOf: string;
  /** Where they come from. */
  readonly source: string;
  readonly models: readonly ModelPrice[];
};

/** What a call has cost by a price table: an estimate, as discounts, taxes and tiers are not in it. */
type CostEstimate = {
  /** Decimal, exact: `0.00135`. */
  readonly amount: string;
  readonly currency: string;
  readonly asOf: string;
  readonly estimate: true;
};

/** 10⁻⁹ of the currency per 10⁶ tokens. */
const DIGITS = 15;

/**
 * Units: whole tokens, and decimal money without rounding.
 * Absent when: the model has no price, tokens of the call are not known, or the counts contradict each other. Unknown is never 0.
 */
export function estimateCost(
  usage: ModelUsage,
  model: string | undefined,
  table: PriceTable | undefined,
): CostEstimate | undefined {
  const price = model === undefined ? undefined : table?.models.find(({ matches }) => matches(model));
  if (price === undefined || table === undefined) return undefined;
  const input = toInputCost(usage, price);
  const output = toOutputCost(usage, price);
  if (input === undefined || output === undefined) return undefined;
  const { currency, asOf } = table;
  return { amount: toDecimal(input + output), currency, asOf, estimate: true };
}

/** Input tokens include the cached ones, which have a price of their own. */
function toInputCost(usage: ModelUsage, price: ModelPrice): bigint | undefined {
  const total = toCount(usage.inputTokens);
  const read = toCount(usage.cacheReadTokens ?? 0);
  const written = toCount(usage.cacheWriteTokens ?? 0);
  if (total === undefined || read === undefined || written === undefined) return undefined;
  const rest = total - read - written;
  if (rest < 0n) return undefined;
  const { inputNanos, cachedInputNanos = inputNanos, cacheWriteNanos = inputNanos } = price;
  return rest * inputNanos + read * cachedInputNanos + written * cacheWriteNanos;
}

function toOutputCost({ outputTokens }: ModelUsage, { outputNanos }: ModelPrice): bigint | undefined {
  if (outputNanos === undefined) return outputTokens === undefined || outputTokens === 0 ? 0n : undefined;
  const count = toCount(outputTokens);
  return count === undefined ? undefined : count * outputNanos;
}

function toCount(tokens: number | undefined): bigint | undefined {
  return tokens !== undefined && Number.isSafeInteger(tokens) && tokens >= 0 ? BigInt(tokens) : undefined;
}

function toDecimal(units: bigint): string {
  const digits = String(units).padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '');
  const whole = digits.slice(0, -DIGITS);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
