import type { Command } from 'commander';
import { TickscopeError } from '../base/tickscope-error.ts';

/** What stands for something by its name, as help writes it: arguments and values of options. */
const NAME = /<(?:[a-z-]+-)?(?:id|id-[ab]|name|type)>/;

/**
 * Before a command runs: an empty name is a variable of a script that is not set, and means nothing.
 *
 * Throws: TickscopeError `wrong-usage` that says which.
 */
export function refuseEmptyNames(command: Command): void {
  for (const [at, argument] of command.registeredArguments.entries()) {
    const isName = NAME.test(`<${argument.name()}>`);
    if (isName && isEmpty(command.processedArgs[at])) throw empty(`<${argument.name()}>`);
  }
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    if (NAME.test(option.flags) && isEmpty(value)) throw empty(option.flags);
  }
}

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isEmpty) : typeof value === 'string' && value.trim() === '';

const empty = (what: string): TickscopeError =>
  new TickscopeError('wrong-usage', `${what} is empty. A variable may not be set. See: --help`);
