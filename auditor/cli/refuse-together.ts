import type { Command } from 'commander';
import { TickscopeError } from '../base/tickscope-error.ts';

/** Throws: TickscopeError `wrong-usage` when an option was given with one of others that it excludes; by long names: `tick-b`. */
export function refuseTogether(command: Command, one: string, others: readonly string[]): void {
  if (!isGiven(command, one)) return;
  const other = others.find((name) => isGiven(command, name));
  if (other !== undefined) throw new TickscopeError('wrong-usage', `Give --${one} or --${other}, not both.`);
}

/** Before the name of the command counts, too. */
function isGiven(command: Command, name: string): boolean {
  const option = command.options.find(({ long }) => long === `--${name}`);
  const isOwn = option !== undefined && command.getOptionValueSource(option.attributeName()) === 'cli';
  return isOwn || (command.parent !== null && isGiven(command.parent, name));
}
