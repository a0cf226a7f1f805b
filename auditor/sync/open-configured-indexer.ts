import { createConfiguredUnderstanding } from '../config/configured-understanding.ts';
import { type CodecFlags, createCodec } from '../config/create-codec.ts';
import { readConfig } from '../config/read-config.ts';
import { createPayloadDecoder } from '../history/codec/payload-decoder.ts';
import { type OpenIndexer, openIndexer } from './open-indexer.ts';
import { createPageCodec } from './page-codec.ts';

/** What a command line or a process says about how to index. */
export type IndexingSource = {
  readonly dataFolder: string;
  readonly env: Record<string, string | undefined>;
  /** Configuration file that was named. */
  readonly config?: string;
  readonly codec?: CodecFlags;
  /** Told when payloads cannot be decoded. */
  readonly say: (line: string) => void;
};

/**
 * An indexer as the configuration wants it.
 *
 * Throws: TickscopeError `wrong-usage`, `schema-too-new` or `index-unusable`.
 */
export async function openConfiguredIndexer(source: IndexingSource): Promise<OpenIndexer> {
  const { dataFolder, env, config: file, codec: flags = {}, say } = source;
  const config = readConfig({ dataFolder, env, ...(file === undefined ? {} : { file }) });
  const codec = await createCodec(config, flags, env);
  const pageCodec = codec && createPageCodec(createPayloadDecoder({ codec }), say);
  return openIndexer(dataFolder, createConfiguredUnderstanding(config), pageCodec);
}
