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
  const { data, json = false, debug = false } = readNearest(command);
  return { dataFolder: data ?? (process.env.TICKSCOPE_DATA || 'data'), json, debug };
}

/** What stands nearest to the command wins over what stands before its name. */
function readNearest(command: Command): z.infer<typeof optionsSchema> {
  const before = command.parent === null ? {} : readNearest(command.parent);
  return { ...before, ...optionsSchema.parse(command.opts()) };
}

/** A command and all below it. */
export const withSubcommands = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];
