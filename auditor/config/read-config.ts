import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type ConfigText, configSchema } from './config-schema.ts';
import { parseJsonFile } from './parse-json-file.ts';

/** The configuration, with where it was found. */
export type Config = ConfigText & {
  /** Absent when: there is no file. */
  readonly file?: string;
  /** Whether it may name code to run. A data folder may come from somebody else, so its file may not. */
  readonly mayRunCode: boolean;
  /** A path of the file, whole: relative ones start at the file. */
  readonly toPath: (path: string) => string;
};

export type ConfigSource = {
  readonly dataFolder: string;
  readonly env: Record<string, string | undefined>;
  /** Named by the user. Absent when: TICKSCOPE_CONFIG, else `tickscope.json` in the data folder, else in the working directory. */
  readonly file?: string;
};

const NAME = 'tickscope.json';

/**
 * Reads the configuration; without a file everything is as by default.
 *
 * Throws: TickscopeError `wrong-usage` that names the file and what is wrong in it.
 */
export function readConfig({ dataFolder, env, file }: ConfigSource): Config {
  const named = file ?? (env.TICKSCOPE_CONFIG || undefined);
  if (named !== undefined) return parseFile(resolve(named), 'trusted');
  const inData = resolve(dataFolder, NAME);
  const here = resolve(NAME);
  if (existsSync(inData) && inData !== here) return parseFile(inData, 'foreign');
  if (existsSync(here)) return parseFile(here, 'trusted');
  return { mayRunCode: true, toPath: (path) => resolve(path) };
}

function parseFile(file: string, origin: 'trusted' | 'foreign'): Config {
  return {
    ...parseJsonFile(file, configSchema),
    file,
    mayRunCode: origin === 'trusted',
    toPath: (path) => join(resolve(dirname(file), path)),
  };
}
