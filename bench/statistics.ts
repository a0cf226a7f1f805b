/** The value below which a share of the values lies (nearest rank). Throws: RangeError without values. */
export function toQuantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('no values were measured');
  return found;
}

export const toMedian = (values: readonly number[]): number => toQuantile(values, 0.5);

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
