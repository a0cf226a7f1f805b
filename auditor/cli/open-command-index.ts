import type { Command } from 'commander';
import { z } from 'zod';
import { createConfiguredUnderstanding } from '../config/configured-understanding.ts';
import { type ConfigSource, readConfig } from '../config/read-config.ts';
import { openConfiguredIndex } from '../query/open-configured-index.ts';
import type { Index } from '../query/open-index.ts';
import { readGlobalOptions } from './global-options.ts';

const optionsSchema = z.looseObject({ config: z.string().exactOptional() });

/** Adds the option that names the configuration. */
export function addConfigOption(command: Command): Command {
  return command.option('--config <file>', 'configuration (default: TICKSCOPE_CONFIG, tickscope.json)');
}

/** The index that a command reads, as the configuration wants it. Close it. Throws: as `openConfiguredIndex`. */
export function openCommandIndex(command: Command): Index {
  return openConfiguredIndex(toConfigSource(command));
}

/** What a command makes sense of events by. Throws: TickscopeError `wrong-usage`. */
export function readCommandUnderstanding(command: Command): Index['understanding'] {
  return createConfiguredUnderstanding(readConfig(toConfigSource(command)));
}

/** Where a command finds its configuration and index. */
export function toConfigSource(command: Command): ConfigSource {
  const { config } = optionsSchema.parse(command.opts());
  return {
    dataFolder: readGlobalOptions(command).dataFolder,
    env: process.env,
    ...(config === undefined ? {} : { file: config }),
  };
}

/** Opens the index for a command's work and closes it whatever happens. Throws: as `openConfiguredIndex`. */
export function withCommandIndex<Result>(command: Command, work: (index: Index) => Result): Result {
  const index = openCommandIndex(command);
  try {
    return work(index);
  } finally {
    index.close();
  }
}
