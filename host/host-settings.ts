import { resolve } from 'node:path';
import { z } from 'zod';
import { toIssueTexts } from '../auditor/base/issue-text.ts';
import { readTemporalSettings } from './temporal-settings.ts';

const environmentSchema = z.object({
  TICKSCOPE_DATA: z.string().min(1).default('data'),
  PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  TICKSCOPE_DEMO: z.enum(['0', '1']).default('1'),
});

export interface HostSettings {
  /** Root folder of the project: entry files are named from there. */
  readonly root: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** Port of the pages. Absent when: the host runs without them. */
  readonly port?: number;
  /** Absent when: the host starts a dev server of its own. */
  readonly temporalAddress?: string;
  readonly namespace: string;
  readonly demo: 'wanted' | 'not-wanted';
}

const emptyAsAbsent = (env: NodeJS.ProcessEnv): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

/** Reads what the host is asked to do from the environment. Throws: a variable that cannot be understood. */
export function readHostSettings(env: NodeJS.ProcessEnv, root: string): HostSettings {
  const parsed = environmentSchema.safeParse(emptyAsAbsent(env));
  if (!parsed.success)
    throw new Error(`The environment is not usable: ${toIssueTexts(parsed.error.issues)}.`);
  const { data } = parsed;
  const { address, namespace } = readTemporalSettings(env);
  return {
    root,
    dataFolder: resolve(root, data.TICKSCOPE_DATA),
    ...(data.PORT === undefined ? {} : { port: data.PORT }),
    ...(address === undefined ? {} : { temporalAddress: address }),
    namespace,
    demo: data.TICKSCOPE_DEMO === '1' ? 'wanted' : 'not-wanted',
  };
}
