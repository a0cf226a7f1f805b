import { InvalidArgumentError } from 'commander';

/** A whole number from 0 on, as an option's value. Throws: InvalidArgumentError, which commander reports as wrong usage. */
export function parseWholeNumber(text: string): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value)) throw new InvalidArgumentError('Give a whole number.');
  return value;
}

/** A whole number from 1 to a greatest one, as an option's value. */
export const parseCount =
  (greatest: number) =>
  (text: string): number => {
    const value = parseWholeNumber(text);
    if (value >= 1 && value <= greatest) return value;
    throw new InvalidArgumentError(`Give a number from 1 to ${greatest}.`);
  };
