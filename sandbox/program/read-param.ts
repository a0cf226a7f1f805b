/** Longest indicator window; longer than the bars it would never be stable. */
const MAX_PERIOD = 500;

/** A parameter that every strategy of the family must have. Throws: Error that names what is missing. */
export function readParam(params: Readonly<Record<string, number>>, name: string): number {
  const value = params[name];
  if (value === undefined || !Number.isFinite(value)) throw new Error(`parameter ${name} is missing`);
  return value;
}

/** A parameter that counts bars. Throws: Error when it is no whole number from 2 to 500. */
export function readPeriod(params: Readonly<Record<string, number>>, name: string): number {
  const value = readParam(params, name);
  if (Number.isInteger(value) && value >= 2 && value <= MAX_PERIOD) return value;
  throw new Error(`parameter ${name} must be a whole number from 2 to ${MAX_PERIOD}, not ${value}`);
}
