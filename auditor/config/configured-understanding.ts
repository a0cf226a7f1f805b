import { createUnderstanding, type Understanding } from '../adapters/all-adapters.ts';
import { createRedactions } from '../base/redactions.ts';
import { loadAdapters } from './load-adapters.ts';
import { loadPrices } from './load-prices.ts';
import type { Config } from './read-config.ts';

/**
 * What makes sense of events, with the user's own adapters, secrets and prices.
 *
 * Throws: TickscopeError `wrong-usage` that names the file and what is wrong in it.
 */
export function createConfiguredUnderstanding(config: Config): Understanding {
  const { headers = [], fields = [], pointers = [] } = config.redact ?? {};
  return createUnderstanding(loadAdapters(config), {
    redactions: createRedactions({ names: [...headers, ...fields], pointers }),
    ...(config.prices === undefined ? {} : { prices: loadPrices(config.toPath(config.prices)) }),
  });
}
