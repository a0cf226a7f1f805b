import { InvalidArgumentError } from 'commander';

/** An id as an option's value. Throws: InvalidArgumentError for an empty one, such as an unset variable of a script gives. */
export function parseId(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('Give an id; this one is empty.');
}
