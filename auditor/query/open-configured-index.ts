import { createConfiguredUnderstanding } from '../config/configured-understanding.ts';
import { type ConfigSource, readConfig } from '../config/read-config.ts';
import { type Index, openIndex } from './open-index.ts';

/**
 * Opens the index of a data folder, with what the configuration says of adapters, secrets and prices. Close it.
 *
 * Throws: TickscopeError `wrong-usage`, `index-missing`, `schema-too-new` or `index-unusable`, each with the next step.
 */
export function openConfiguredIndex(source: ConfigSource): Index {
  return openIndex(source.dataFolder, createConfiguredUnderstanding(readConfig(source)));
}
