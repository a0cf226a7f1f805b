import type { Command } from 'commander';
import { z } from 'zod';
import type { IndexingSource } from '../sync/open-configured-indexer.ts';
import { collect, toPairs } from './connection-options.ts';
import { readGlobalOptions } from './global-options.ts';
import { addConfigOption } from './open-command-index.ts';
import { toOneLine } from './text-style.ts';

const text = z.string().exactOptional();
const optionsSchema = z.looseObject({
  config: text,
  codecEndpoint: text,
  codecHeader: z.array(z.string()).exactOptional(),
  codecModule: text,
});

/** Adds the options that say how events are made sense of. */
export function addIndexingOptions(command: Command): Command {
  return addConfigOption(command)
    .option('--codec-endpoint <url>', 'codec server that decodes payloads')
    .option('--codec-header <key=value>', 'header for the codec server; may be repeated', collect)
    .option('--codec-module <file>', 'file whose default export is a PayloadCodec');
}

/** Throws: TickscopeError `wrong-usage` for a header without `=`. */
export function readIndexingSource(command: Command): IndexingSource {
  const { config, codecEndpoint, codecHeader, codecModule } = optionsSchema.parse(command.opts());
  return {
    dataFolder: readGlobalOptions(command).dataFolder,
    env: process.env,
    ...(config === undefined ? {} : { config }),
    codec: {
      ...(codecEndpoint === undefined ? {} : { endpoint: codecEndpoint }),
      ...(codecHeader === undefined ? {} : { headers: toPairs('--codec-header', codecHeader) }),
      ...(codecModule === undefined ? {} : { module: codecModule }),
    },
    say: (line) => console.error(toOneLine(line)),
  };
}
