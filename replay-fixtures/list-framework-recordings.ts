import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Folder of the recordings of other people's agent frameworks. */
export const FRAMEWORKS = fileURLToPath(new URL('./frameworks/', import.meta.url));

const HISTORY = '.history.json';

/** What stands beside such a recording. They are read, never replayed: the frameworks are no dependency of this project. */
const metaSchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  /** What made the model calls, as npm or PyPI name it, with exact versions: `@temporalio/ai-sdk 1.23.0`. */
  packages: z.array(z.string()).min(1),
  workflowId: z.string(),
  runId: z.string(),
  workflowType: z.string(),
  eventCount: z.int(),
  recordedAt: z.iso.datetime(),
  temporalServerVersion: z.string(),
  program: z.string(),
});

export type FrameworkRecording = z.infer<typeof metaSchema> & { readonly file: string };

/** Every recording, with what is said about it. Order: by name. Throws: when a description is missing or wrong. */
export function listFrameworkRecordings(): readonly FrameworkRecording[] {
  if (!existsSync(FRAMEWORKS)) return [];
  return readdirSync(FRAMEWORKS)
    .filter((name) => name.endsWith(HISTORY))
    .toSorted()
    .map((name) => {
      const file = `${FRAMEWORKS}${name}`;
      const meta: unknown = JSON.parse(readFileSync(file.replace(HISTORY, '.meta.json'), 'utf8'));
      return { ...metaSchema.parse(meta), file };
    });
}
