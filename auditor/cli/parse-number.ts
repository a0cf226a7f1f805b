import { InvalidArgumentError } from 'commander';

/** A whole number from 0 on, as an option's value. Throws: InvalidArgumentError, which commander reports as wrong usage. */
export function parseWholeNumber(text: string): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw new InvalidArgumentError('Give a whole number.');
  return value;
}
