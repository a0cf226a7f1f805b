import type { Command } from 'commander';
import { z } from 'zod';

/** Options that every command has. */
export type GlobalOptions = {
  /** Folder of the index. */
  readonly dataFolder: string;
  /** Only JSON on stdout. */
  readonly json: boolean;
  /** Stack traces on errors. */
  readonly debug: boolean;
};

/** Flags and meaning of each. */
export const GLOBAL_OPTIONS = [
  ['--data <folder>', 'folder of the index (default: TICKSCOPE_DATA, else data)'],
  ['--json', 'print JSON alone'],
  ['--debug', 'show stack traces'],
] as const;

const optionsSchema = z.looseObject({
  data: z.string().optional(),
  json: z.boolean().optional(),
  debug: z.boolean().optional(),
});

/** Adds those of the options that a program or command does not have yet; they may stand before or after the command's name. */
export function addGlobalOptions(command: Command): void {
  for (const [flags, description] of GLOBAL_OPTIONS) {
    const long = flags.split(' ')[0];
    if (!command.options.some((option) => option.long === long)) command.option(flags, description);
  }
}

/** The options as given to a command or before its name. */
export function readGlobalOptions(command: Command): GlobalOptions {
  const own = optionsSchema.parse(command.opts());
  const before = optionsSchema.parse(command.parent?.opts() ?? {});
  return {
    dataFolder: own.data ?? before.data ?? (process.env.TICKSCOPE_DATA || 'data'),
    json: own.json ?? before.json ?? false,
    debug: own.debug ?? before.debug ?? false,
  };
}
