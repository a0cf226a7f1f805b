import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Folder of the recordings. */
export const HISTORIES = fileURLToPath(new URL('./histories/', import.meta.url));

const HISTORY = '.history.json';

/** What stands beside a recording. */
const metaSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  workflowId: z.string(),
  runId: z.string(),
  workflowType: z.string(),
  namespace: z.string(),
  status: z.string(),
  eventCount: z.int(),
  recordedAt: z.iso.datetime(),
  sdkVersion: z.string(),
  temporalServerVersion: z.string(),
  bundleDigest: z.string().regex(/^[0-9a-f]{64}$/),
  program: z.string(),
  verdict: z.enum(['match', 'diverged', 'not-replayable']),
  chain: z.array(z.string()).optional(),
});

export type Recording = z.infer<typeof metaSchema> & { readonly file: string };

/** Every history, with what is said about it. Order: by name. Throws: when a description is missing or wrong. */
export function listRecordings(): readonly Recording[] {
  return readdirSync(HISTORIES)
    .filter((name) => name.endsWith(HISTORY))
    .toSorted()
    .map((name) => {
      const file = `${HISTORIES}${name}`;
      const meta: unknown = JSON.parse(readFileSync(file.replace(HISTORY, '.meta.json'), 'utf8'));
      return { ...metaSchema.parse(meta), file };
    });
}
