import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const hostFileSchema = z.looseObject({ temporalAddress: z.string(), namespace: z.string().optional() });

/**
 * Temporal address that the running host wrote into its data folder.
 *
 * Absent when: no host runs there, or the file is not readable as such.
 */
export function readHostFile(dataFolder: string): { address: string; namespace?: string } | undefined {
  try {
    const file = hostFileSchema.parse(JSON.parse(readFileSync(join(dataFolder, 'host.json'), 'utf8')));
    return {
      address: file.temporalAddress,
      ...(file.namespace === undefined ? {} : { namespace: file.namespace }),
    };
  } catch {
    // A missing or half-written file means the same here: nothing is known of a host.
    return undefined;
  }
}
